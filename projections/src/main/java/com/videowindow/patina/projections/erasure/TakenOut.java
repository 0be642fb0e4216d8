package com.videowindow.patina.projections.erasure;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.projections.runner.LiveProjection;
import com.videowindow.patina.projections.store.Indices;
import com.videowindow.patina.projections.store.Weeding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A look for what came back with files from before: counts what it takes out, and has the files let go of it. */
final class TakenOut {
    private final Clearing clearing;
    private final Indices indices;
    private final Weeding weeding;
    private final Map<String, Long> found = new TreeMap<>();
    /** Elasticsearch may not let go of what was deleted in time, and then nothing is found that would ask for it again. */
    private boolean toBeRewritten;

    TakenOut(Clearing clearing, Indices indices, Weeding weeding) {
        this.clearing = clearing;
        this.indices = indices;
        this.weeding = weeding;
    }

    /** How much of what, by read model; where the look breaks off, the next one has the files rewritten. */
    synchronized Map<String, Long> by(Runnable look, LogPosition through) {
        clearing.demandAllPast(through);
        found.clear();
        look.run();
        if (toBeRewritten) {
            clearing.rewrite();
            toBeRewritten = false;
        }
        return new TreeMap<>(found);
    }

    void count(LiveProjection<?> projection, long some) {
        if (some > 0) {
            found.merge(projection.model().name(), some, Long::sum);
            toBeRewritten = true;
        }
    }

    /** Nobody reads there: no end has to stay, and a rebuild that goes on folds it again. */
    void countDeletedBeside(LiveProjection<?> projection, Map<String, LogPosition> before) {
        for (String index : indices.beside(projection.model().name())) {
            List<String> old = weeding.before(index, before);
            if (!old.isEmpty()) {
                count(
                        projection,
                        weeding.deleteIn(List.of(index), Query.of(query -> query.ids(ids -> ids.values(old)))));
            }
        }
    }

    /** As folded documents are named. */
    static Map<String, LogPosition> byKey(Map<SubjectId, LogPosition> people) {
        return people.entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().toString(), Map.Entry::getValue));
    }
}
