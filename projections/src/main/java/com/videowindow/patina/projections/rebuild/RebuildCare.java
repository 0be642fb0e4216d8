package com.videowindow.patina.projections.rebuild;

import com.videowindow.patina.domain.audit.ProjectionStatus.Layout;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.projections.runner.LiveProjection;
import com.videowindow.patina.projections.runner.ProjectionDirectory;
import com.videowindow.patina.projections.runner.Routine;
import com.videowindow.patina.projections.store.Indices;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts rebuilds that nobody should have to ask for, of read models whose documents are gone, or laid out as
 * another version of the program had it; and ends those whose node
 * died. One that died between blocking the old index and taking its place leaves every node's projection waiting; so a
 * node whose projection waits looks for such a one and lifts the block, or, when the place was taken, finishes the work.
 */
@Component
final class RebuildCare implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RebuildCare.class);
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final ProjectionDirectory projections;
    private final Replays replays;
    private final ReplayBook book;
    private final Indices indices;
    private final Clock clock = Clock.systemUTC();
    private @Nullable Routine routine;

    RebuildCare(ProjectionDirectory projections, Replays replays, ReplayBook book, Indices indices) {
        this.projections = projections;
        this.replays = replays;
        this.book = book;
        this.indices = indices;
    }

    private void look() {
        projections.all().stream().filter(LiveProjection::takeLoss).forEach(lost -> {
            String name = lost.model().name();
            log.warn("The documents of {} are gone and will be rebuilt", name);
            replays.start("lost-" + name + "-" + clock.millis(), name, clock.instant());
        });
        projections.all().forEach(this::lookAtLayout);
        releaseBlocks();
    }

    /** Once for each index and layout, on whichever node: a rebuild that fails, or that somebody cancels, stays so. */
    private void lookAtLayout(LiveProjection<?> projection) {
        Layout before = projection.layout();
        projection.lookAtLayout().ifPresent(index -> {
            String name = projection.model().name();
            if (before != Layout.OUTDATED) {
                log.warn(
                        "The index of {} was laid out by another version of the program, and is rebuilt. Should that fail,"
                                + " say: patina replay {}",
                        name,
                        name);
            }
            replays.start("layout-" + Indices.layout(name) + "-" + index, name, clock.instant());
        });
    }

    private void releaseBlocks() {
        boolean waiting =
                projections.all().stream().map(LiveProjection::trouble).anyMatch(why -> why != null);
        if (!waiting) {
            return;
        }
        List<ReplayRecord> dead = book.all().stream()
                .filter(record -> record.state() == State.SWAPPING && Abandoned.is(record, clock.instant()))
                .toList();
        dead.forEach(this::release);
    }

    private void release(ReplayRecord record) {
        String old = record.replaced();
        if (old == null) {
            return;
        }
        boolean taken = indices.behind(record.projection())
                .filter(record.index()::equals)
                .isPresent();
        log.warn("The rebuild {} of {} was abandoned while it took its place", record.id(), record.projection());
        if (taken) {
            indices.delete(old);
            book.save(record.in(State.COMPLETED, "interrupted after the swap", clock.instant()));
        } else {
            indices.unblock(old);
            book.save(record.in(
                    State.FAILED, "interrupted while taking its place; resume goes on from there", clock.instant()));
        }
    }

    @Override
    public void start() {
        routine = Routine.every(LOOK, "rebuild-care", this::lookWhileStoresAnswer);
    }

    private void lookWhileStoresAnswer() {
        try {
            look();
        } catch (ReadModelUnavailable e) {
            log.debug("Elasticsearch is away", e);
        }
    }

    @Override
    public void stop() {
        if (routine != null) {
            routine.stop();
            routine = null;
        }
    }

    /** After the projections start, and before they stop. */
    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public boolean isRunning() {
        return routine != null;
    }
}
