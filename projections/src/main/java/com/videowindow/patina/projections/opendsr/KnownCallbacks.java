package com.videowindow.patina.projections.opendsr;

import com.videowindow.patina.domain.opendsr.Callbacks;
import com.videowindow.patina.domain.opendsr.OpenDsrCancelled;
import com.videowindow.patina.domain.opendsr.OpenDsrEvent;
import com.videowindow.patina.domain.opendsr.OpenDsrReceived;
import com.videowindow.patina.domain.opendsr.OpenDsrTold;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.projections.memory.Followed;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests whose senders are still to be told how they stand: few, and over within weeks. */
@Component
final class KnownCallbacks implements Callbacks, MemoryView {
    private final Followed<RequestId, Waiting> open = new Followed<>();
    private volatile boolean ready;

    @Override
    public boolean concerns(Class<?> event) {
        return OpenDsrEvent.class.isAssignableFrom(event);
    }

    @Override
    public boolean wantsOwnAtOnce() {
        return true;
    }

    @Override
    public void on(Positioned event) {
        OpenDsrEvent step = (OpenDsrEvent) event.event();
        open.take(step.request(), event, before -> after(before, step));
    }

    private static @Nullable Waiting after(@Nullable Waiting before, OpenDsrEvent event) {
        return switch (event) {
            case OpenDsrReceived received ->
                received.callbacks().isEmpty() ? null : new Waiting(received, null, Set.of());
            case OpenDsrCancelled cancelled -> before == null ? null : before.after(cancelled);
            case OpenDsrTold told -> {
                Waiting now = before == null ? null : before.after(told);
                yield now == null || now.isOver() ? null : now;
            }
        };
    }

    @Override
    public void caughtUp() {
        ready = true;
    }

    @Override
    public List<Waiting> open() {
        return ready ? open.all().toList() : List.of();
    }
}
