package com.videowindow.patina.projections.request;

import com.videowindow.patina.domain.request.OpenRequests;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestStep;
import com.videowindow.patina.projections.memory.Followed;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Open requests in memory, few, and watched by the minute; with those that were open until a minute ago. */
@Component
final class KnownRequests implements OpenRequests, MemoryView {
    private static final Duration UNTIL_WRITTEN = Duration.ofMinutes(1);

    /** With those that were open a moment ago: the list that is written down may not have their end yet. */
    private final Followed<RequestId, RequestProgress> known = new Followed<>();

    @Override
    public boolean concerns(Class<?> event) {
        return RequestStep.class.isAssignableFrom(event);
    }

    @Override
    public boolean wantsOwnAtOnce() {
        return true;
    }

    /** Takes in what is newer than what is known; what came to its end is forgotten soon. */
    @Override
    public void on(Positioned event) {
        RequestStep step = (RequestStep) event.event();
        known.take(step.request(), event, before -> RequestProgress.after(before, step));
        Instant old = step.at().minus(UNTIL_WRITTEN);
        known.removeIf(one -> one.closed() != null && one.closed().isBefore(old));
    }

    @Override
    public Optional<RequestProgress> find(RequestId request) {
        return known.find(request);
    }

    @Override
    public List<RequestProgress> open() {
        return known.all().filter(one -> one.state().isOpen()).toList();
    }

    @Override
    public long dueBefore(Instant time) {
        return known.all()
                .filter(one -> one.state().isOpen() && one.due().isBefore(time))
                .count();
    }
}
