package com.videowindow.patina.projections.erasure;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.erasure.Purge.NotYet;
import com.videowindow.patina.projections.memory.MemoryProgress;
import com.videowindow.patina.projections.runner.LiveProjection;
import com.videowindow.patina.projections.runner.ProjectionDirectory;
import com.videowindow.patina.projections.store.Indices;
import com.videowindow.patina.projections.store.Weeding;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** What is waited for before documents are deleted, and after, until nothing of them is in the files. */
@Component
final class Clearing {
    private static final Duration MOMENT = Duration.ofMillis(500);

    /** Twice what Elasticsearch takes to move on. */
    private static final Duration RELEASE = Duration.ofMinutes(1);

    private static final Set<State> UNDER_WAY = EnumSet.of(State.RUNNING, State.SWAPPING);

    private final ProjectionDirectory projections;
    private final MemoryProgress memory;
    private final Replays replays;
    private final Indices indices;
    private final Weeding weeding;

    Clearing(
            ProjectionDirectory projections, MemoryProgress memory, Replays replays, Indices indices, Weeding weeding) {
        this.projections = projections;
        this.memory = memory;
        this.replays = replays;
        this.indices = indices;
        this.weeding = weeding;
    }

    /** Read models about people that have an index. */
    List<LiveProjection<?>> personal() {
        return projections.all().stream()
                .filter(one -> one.model().isPersonal())
                .filter(one -> indices.behind(one.model().name()).isPresent())
                .toList();
    }

    List<String> names() {
        return personal().stream().map(one -> one.model().name()).sorted().toList();
    }

    /** What rebuilds left that came to no end, which nobody writes into, by read model. */
    Map<String, List<String>> beside() {
        Map<String, List<String>> found = new TreeMap<>();
        for (String name : names()) {
            List<String> left = indices.beside(name);
            if (!left.isEmpty()) {
                found.put(name, left);
            }
        }
        return found;
    }

    /** @throws NotYet when something has not read that far, or reads from before */
    void demandAllPast(LogPosition through) {
        if (!memory.await(through, MOMENT)) {
            throw new NotYet("memory has not read that far");
        }
        for (LiveProjection<?> one : projections.all()) {
            if (one.model().isPersonal() && !one.await(through, MOMENT)) {
                throw new NotYet(one.model().name() + " has not read that far");
            }
        }
        boolean rebuilt = replays.all().stream().anyMatch(replay -> UNDER_WAY.contains(replay.state()));
        if (rebuilt) {
            throw new NotYet("a read model is being rebuilt");
        }
    }

    /** Leaves nothing in the files of what was deleted, or written over, by now. */
    void rewrite() {
        List<String> names = names();
        awaitRelease(names);
        names.forEach(weeding::rewrite);
    }

    private void awaitRelease(List<String> names) {
        Weeding.Written written = weeding.written(names);
        long end = System.nanoTime() + RELEASE.toNanos();
        while (!weeding.isReleased(names, written)) {
            if (System.nanoTime() > end) {
                throw new NotYet("a copy of a shard may still ask for what was deleted");
            }
            LockSupport.parkNanos(MOMENT.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new NotYet("stopping");
            }
        }
    }
}
