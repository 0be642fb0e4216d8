package com.videowindow.patina.projections.erasure;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Purge;
import com.videowindow.patina.projections.runner.LiveProjection;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.Indices;
import com.videowindow.patina.projections.store.Weeding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Deletes by person what was written event by event. Documents that are folded, one for each person, clear themselves when
 * they meet the end of the person's keys, and keep its position as their version, so that no slow writer brings them back;
 * here only what they were before is taken out of the files.
 */
@Component
final class ReadModelPurge implements Purge {
    private final Clearing clearing;
    private final Indices indices;
    private final Weeding weeding;
    private final CameBack cameBack;

    ReadModelPurge(Clearing clearing, Indices indices, Weeding weeding, CameBack cameBack) {
        this.cameBack = cameBack;
        this.clearing = clearing;
        this.indices = indices;
        this.weeding = weeding;
    }

    /** What rebuilds left has nobody who writes into it: there folded documents can go, and leave no end. */
    @Override
    public Map<SubjectId, Map<String, Cleared>> purge(Collection<SubjectId> subjects, LogPosition through) {
        clearing.demandAllPast(through);
        Map<String, List<String>> beside = clearing.beside();
        Map<SubjectId, Map<String, Cleared>> cleared = new HashMap<>();
        for (SubjectId subject : subjects) {
            Map<String, Cleared> models = new TreeMap<>();
            for (LiveProjection<?> one : clearing.personal()) {
                String name = one.model().name();
                List<String> left = beside.getOrDefault(name, List.of());
                long deleted = weeding.delete(name, of(subject))
                        + (left.isEmpty() ? 0 : weeding.deleteIn(left, folded(subject)));
                models.put(name, new Cleared(deleted, isEmptied(one, subject) ? 1 : 0));
            }
            cleared.put(subject, models);
        }
        clearing.rewrite();
        return cleared;
    }

    private static Query folded(SubjectId subject) {
        return Query.of(query -> query.ids(ids -> ids.values(subject.toString())));
    }

    @Override
    public Map<String, Long> remains(SubjectId subject) {
        Map<String, Long> found = new TreeMap<>();
        for (LiveProjection<?> one : clearing.personal()) {
            String name = one.model().name();
            List<String> beside = indices.beside(name);
            long left = beside.isEmpty() ? 0 : weeding.countIn(beside, folded(subject));
            found.put(name, weeding.count(name, of(subject)) + left + (isFolded(one, subject) ? 1 : 0));
        }
        return found;
    }

    @Override
    public Map<String, Long> purgeAgain(Map<SubjectId, LogPosition> erased, LogPosition through) {
        return cameBack.takeOut(erased, through);
    }

    private static boolean isFolded(LiveProjection<?> projection, SubjectId subject) {
        return find(projection, subject)
                .filter(document -> document.body() != null)
                .isPresent();
    }

    private static boolean isEmptied(LiveProjection<?> projection, SubjectId subject) {
        return find(projection, subject)
                .filter(document -> document.body() == null)
                .isPresent();
    }

    private static Optional<? extends Document<?>> find(LiveProjection<?> projection, SubjectId subject) {
        return projection.fold().documents().find(projection.model().name(), subject.toString());
    }

    private static Query of(SubjectId subject) {
        return Query.of(query -> query.term(term -> term.field("body.subject").value(subject.toString())));
    }
}
