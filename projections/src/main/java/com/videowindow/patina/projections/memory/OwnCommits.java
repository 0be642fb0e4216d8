package com.videowindow.patina.projections.memory;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.projections.runner.Positioned;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Tells memory of what this node itself stored before the caller hears of it: a withdrawal holds, and published content
 * is known, at once on the node that acknowledged it. The log's reader brings the same events a moment later.
 */
@Component
final class OwnCommits {
    /** Where the log leaves the position of what it appended, in the resources of the outermost unit of work. */
    private static final String POSITION = "patina.position";

    private final List<MemoryView> views;

    OwnCommits(EventStore events, List<MemoryView> views) {
        this.views = views.stream().filter(MemoryView::wantsOwnAtOnce).toList();
        events.subscribe(this::noteAfterCommit);
    }

    private void noteAfterCommit(List<? extends EventMessage<?>> published) {
        List<? extends EventMessage<?>> batch = List.copyOf(published);
        CurrentUnitOfWork.ifStarted(unit -> unit.root().afterCommit(done -> note(done, batch)));
    }

    private void note(UnitOfWork<?> done, List<? extends EventMessage<?>> published) {
        if (!(done.root().resources().get(POSITION) instanceof LogPosition position)) {
            return;
        }
        for (EventMessage<?> message : published) {
            if (message.getPayload() instanceof DomainEvent event) {
                views.stream()
                        .filter(view -> view.concerns(event.getClass()))
                        .forEach(view -> view.onOwn(new Positioned(position, event)));
            }
        }
    }
}
