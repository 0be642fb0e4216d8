package com.videowindow.patina.projections.erasure;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.erasure.Purge;
import com.videowindow.patina.projections.memory.MemoryProgress;
import com.videowindow.patina.projections.runner.LiveProjection;
import com.videowindow.patina.projections.runner.ProjectionDirectory;
import com.videowindow.patina.projections.store.Indices;
import com.videowindow.patina.projections.store.Weeding;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * Deletes by person what was written event by event. Documents that are folded, one for each person, clear themselves when
 * they meet the end of the person's keys, and keep its position as their version, so that no slow writer brings them back;
 * here only what they were before is taken out of the files.
 */
@Component
final class ReadModelPurge implements Purge {
    private static final Duration MOMENT = Duration.ofMillis(500);

    /** Twice what Elasticsearch takes to move on. */
    private static final Duration RELEASE = Duration.ofMinutes(1);

    private static final Set<State> UNDER_WAY = EnumSet.of(State.RUNNING, State.SWAPPING);

    private final ProjectionDirectory projections;
    private final MemoryProgress memory;
    private final Replays replays;
    private final Indices indices;
    private final Weeding weeding;

    ReadModelPurge(
            ProjectionDirectory projections, MemoryProgress memory, Replays replays, Indices indices, Weeding weeding) {
        this.projections = projections;
        this.memory = memory;
        this.replays = replays;
        this.indices = indices;
        this.weeding = weeding;
    }

    @Override
    public Map<SubjectId, Map<String, Long>> purge(Collection<SubjectId> subjects, LogPosition through) {
        demandAllPast(through);
        List<String> personal = names();
        Map<String, List<String>> beside = beside(personal);
        Map<SubjectId, Map<String, Long>> deleted = new HashMap<>();
        for (SubjectId subject : subjects) {
            Map<String, Long> counts = new TreeMap<>();
            personal.forEach(name -> counts.put(name, weeding.delete(name, of(subject))));
            beside.forEach(
                    (name, indices) -> counts.merge(name, weeding.deleteIn(indices, folded(subject)), Long::sum));
            deleted.put(subject, counts);
        }
        awaitRelease(personal);
        personal.forEach(weeding::rewrite);
        return deleted;
    }

    /** What rebuilds left that came to no end has nobody who writes into it: there documents can go, and leave no end. */
    private Map<String, List<String>> beside(List<String> personal) {
        Map<String, List<String>> found = new TreeMap<>();
        for (String name : personal) {
            List<String> left = indices.beside(name);
            if (!left.isEmpty()) {
                found.put(name, left);
            }
        }
        return found;
    }

    private static Query folded(SubjectId subject) {
        return Query.of(query -> query.ids(ids -> ids.values(subject.toString())));
    }

    private void awaitRelease(List<String> personal) {
        Weeding.Written written = weeding.written(personal);
        long end = System.nanoTime() + RELEASE.toNanos();
        while (!weeding.isReleased(personal, written)) {
            if (System.nanoTime() > end) {
                throw new NotYet("a copy of a shard may still ask for what was deleted");
            }
            LockSupport.parkNanos(MOMENT.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new NotYet("stopping");
            }
        }
    }

    private List<LiveProjection<?>> personal() {
        return projections.all().stream()
                .filter(one -> one.model().isPersonal())
                .filter(one -> indices.behind(one.model().name()).isPresent())
                .toList();
    }

    private List<String> names() {
        return personal().stream().map(one -> one.model().name()).sorted().toList();
    }

    private void demandAllPast(LogPosition through) {
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

    @Override
    public Map<String, Long> remains(SubjectId subject) {
        Map<String, Long> found = new TreeMap<>();
        for (LiveProjection<?> one : personal()) {
            String name = one.model().name();
            List<String> beside = indices.beside(name);
            long left = beside.isEmpty() ? 0 : weeding.countIn(beside, folded(subject));
            found.put(name, weeding.count(name, of(subject)) + left + (isFolded(one, subject) ? 1 : 0));
        }
        return found;
    }

    private static boolean isFolded(LiveProjection<?> projection, SubjectId subject) {
        return projection
                .fold()
                .documents()
                .find(projection.model().name(), subject.toString())
                .filter(document -> document.body() != null)
                .isPresent();
    }

    private static Query of(SubjectId subject) {
        return Query.of(query -> query.term(term -> term.field("body.subject").value(subject.toString())));
    }
}
