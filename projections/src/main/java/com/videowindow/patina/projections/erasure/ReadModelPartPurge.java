package com.videowindow.patina.projections.erasure;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.part.PartErasureStarted;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.domain.part.PartProgress;
import com.videowindow.patina.domain.part.PartPurge;
import com.videowindow.patina.domain.part.Places;
import com.videowindow.patina.projections.store.Weeding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Deletes by place what was written event by event. Documents that are folded were folded again without these facts when
 * they were hidden; here only what they were before is taken out of the files, and out of what unfinished rebuilds left,
 * which fold it again should they go on.
 */
@Component
final class ReadModelPartPurge implements PartPurge {
    private final Clearing clearing;
    private final Weeding weeding;
    private final PastEvents past;
    private final PartsCameBack cameBack;

    ReadModelPartPurge(Clearing clearing, Weeding weeding, PastEvents past, PartsCameBack cameBack) {
        this.cameBack = cameBack;
        this.clearing = clearing;
        this.past = past;
        this.weeding = weeding;
    }

    @Override
    public Map<ErasureId, Map<String, Long>> purge(Collection<PartProgress> parts, LogPosition through) {
        clearing.demandAllPast(through);
        List<String> facts = facts();
        Map<String, List<String>> beside = clearing.beside();
        Map<ErasureId, Map<String, Long>> deleted = new HashMap<>();
        for (PartProgress part : parts) {
            Places places = part.places();
            Set<LogPosition> gone = places == null ? Set.of() : places.positions();
            Map<String, Long> counts = new TreeMap<>();
            for (String name : facts) {
                counts.put(name, delete(name, part.subject(), gone));
            }
            beside.forEach((name, indices) -> weeding.deleteIn(indices, foldedBefore(part)));
            deleted.put(part.erasure(), counts);
        }
        clearing.rewrite();
        return deleted;
    }

    private long delete(String name, SubjectId subject, Set<LogPosition> gone) {
        return Weeding.at(gone).stream()
                .mapToLong(some -> weeding.delete(name, of(subject, some)))
                .sum();
    }

    private List<String> facts() {
        return clearing.personal().stream()
                .filter(one -> one.model().isFact())
                .map(one -> one.model().name())
                .sorted()
                .toList();
    }

    private static Query of(SubjectId subject, Query places) {
        return Query.of(query -> query.bool(all -> all.filter(places)
                .filter(one -> one.term(term -> term.field("body.subject").value(subject.toString())))));
    }

    /** One that has come by the start of this erasure was folded again then, and may be all that is left of its events. */
    private Query foldedBefore(PartProgress part) {
        long start = past.stream(PartEvent.stream(part.subject())).entrySet().stream()
                .filter(one -> one.getValue() instanceof PartErasureStarted started
                        && started.erasure().equals(part.erasure()))
                .mapToLong(one -> one.getKey().value())
                .findFirst()
                .orElse(LogPosition.START.value());
        return Query.of(query -> query.bool(all -> all.filter(
                        one -> one.ids(ids -> ids.values(part.subject().toString())))
                .filter(one -> one.range(range ->
                        range.number(position -> position.field("position").lt((double) start))))));
    }

    @Override
    public Map<String, Long> purgeAgain(
            Collection<LogPosition> gone, Map<SubjectId, LogPosition> started, LogPosition through) {
        return cameBack.takeOut(gone, started, through);
    }

    @Override
    public Map<String, Long> remains(SubjectId subject, Set<LogPosition> places) {
        Map<String, Long> found = new TreeMap<>();
        for (String name : facts()) {
            found.put(
                    name,
                    Weeding.at(places).stream()
                            .mapToLong(some -> weeding.count(name, of(subject, some)))
                            .sum());
        }
        return found;
    }
}
