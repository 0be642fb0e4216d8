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

    /** The log has just left there where the last of these stands; what else the unit appends overwrites it. */
    private void noteAfterCommit(List<? extends EventMessage<?>> published) {
        List<? extends EventMessage<?>> batch = List.copyOf(published);
        CurrentUnitOfWork.ifStarted(unit -> {
            UnitOfWork<?> root = unit.root();
            if (root.resources().get(POSITION) instanceof LogPosition last) {
                root.afterCommit(done -> note(last, batch));
            }
        });
    }

    /** A commit stands in one block without a gap: each event has its own place, or a second one about a thing seemed old. */
    private void note(LogPosition last, List<? extends EventMessage<?>> published) {
        long first = last.value() - published.size() + 1;
        for (int i = 0; i < published.size(); i++) {
            if (published.get(i).getPayload() instanceof DomainEvent event) {
                Positioned here = new Positioned(new LogPosition(first + i), event);
                views.stream().filter(view -> view.concerns(event.getClass())).forEach(view -> view.onOwn(here));
            }
        }
    }
}
