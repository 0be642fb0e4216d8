package com.videowindow.patina.projections.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.videowindow.patina.domain.request.OpenRequests;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestStep;
import com.videowindow.patina.projections.memory.Followed;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Open requests in memory: few, and watched by the minute. */
@Component
final class KnownRequests implements OpenRequests, MemoryView {
    private static final Duration UNTIL_WRITTEN = Duration.ofMinutes(1);
    private static final int MOST_ENDED = 10_000;

    private final Followed<RequestId, RequestProgress> open = new Followed<>();
    /** Just over, and perhaps not in the list that is written down. */
    private final Cache<RequestId, RequestProgress> ended = Caffeine.newBuilder()
            .expireAfterWrite(UNTIL_WRITTEN)
            .maximumSize(MOST_ENDED)
            .build();

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
            if (now == null || now.state().isOpen()) {
                return now;
            }
            ended.put(step.request(), now);
            return null;
        });
    }

    @Override
    public Optional<RequestProgress> find(RequestId request) {
        return open.find(request).or(() -> Optional.ofNullable(ended.getIfPresent(request)));
    }

    @Override
    public long dueBefore(Instant time) {
        return open.all().filter(one -> one.due().isBefore(time)).count();
    }
}
