package com.videowindow.patina.projections.request;

import com.videowindow.patina.domain.request.OpenRequests;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestStep;
import com.videowindow.patina.projections.memory.Followed;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Open requests in memory: few, and watched by the minute. */
@Component
final class KnownRequests implements OpenRequests, MemoryView {
    private final Followed<RequestId, RequestProgress> open = new Followed<>();

    @Override
    public boolean concerns(Class<?> event) {
        return RequestStep.class.isAssignableFrom(event);
    }

    @Override
    public boolean wantsOwnAtOnce() {
        return true;
    }

    @Override
    public void on(Positioned event) {
        take(event);
    }

    /** One whose beginning another node stored waits for the reader, as that beginning does. */
    @Override
    public void onOwn(Positioned event) {
        take(event);
    }

    /** Takes in what is newer than what is known; what came to its end is forgotten. */
    private void take(Positioned event) {
        RequestStep step = (RequestStep) event.event();
        open.take(step.request(), event, before -> {
            RequestProgress now = RequestProgress.after(before, step);
            return now != null && now.state().isOpen() ? now : null;
        });
    }

    @Override
    public Optional<RequestProgress> find(RequestId request) {
        return open.find(request);
    }

    @Override
    public long dueBefore(Instant time) {
        return open.all().filter(one -> one.due().isBefore(time)).count();
    }
}
