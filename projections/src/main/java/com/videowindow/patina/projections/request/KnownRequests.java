package com.videowindow.patina.projections.request;

import com.videowindow.patina.domain.request.OpenRequests;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestStep;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Open requests in memory: few, and watched by the minute. */
@Component
final class KnownRequests implements OpenRequests, MemoryView {
    private final Map<RequestId, Known> open = new ConcurrentHashMap<>();

    /** @param position of the newest of its events that is in it */
    private record Known(RequestProgress progress, long position) {}

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
        long position = event.position().value();
        open.compute(step.request(), (request, known) -> {
            if (known != null && known.position >= position) {
                return known;
            }
            RequestProgress now = RequestProgress.after(known == null ? null : known.progress, step);
            return now != null && now.state().isOpen() ? new Known(now, position) : null;
        });
    }

    @Override
    public Optional<RequestProgress> find(RequestId request) {
        return Optional.ofNullable(open.get(request)).map(Known::progress);
    }

    @Override
    public long dueBefore(Instant time) {
        return open.values().stream()
                .filter(known -> known.progress.due().isBefore(time))
                .count();
    }
}
