package com.videowindow.patina.projections.erasure;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.projections.runner.LiveProjection;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.Indices;
import com.videowindow.patina.projections.store.Weeding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Takes out documents of people who are long gone, which came back with files from before. Facts name their person. Of folded
 * documents the position tells: what stands before the end of the person's keys is of before it, and is emptied at that
 * place, as it was. So a hundred thousand people are some dozens of questions.
 */
@Component
final class CameBack {
    private final Clearing clearing;
    private final Indices indices;
    private final Weeding weeding;
    private final TakenOut taken;

    CameBack(Clearing clearing, Indices indices, Weeding weeding) {
        this.clearing = clearing;
        this.indices = indices;
        this.weeding = weeding;
        this.taken = new TakenOut(clearing, indices, weeding);
    }

    Map<String, Long> takeOut(Map<SubjectId, LogPosition> erased, LogPosition through) {
        return taken.by(() -> look(erased), through);
    }

    private void look(Map<SubjectId, LogPosition> erased) {
        Map<String, LogPosition> ends = TakenOut.byKey(erased);
        List<Query> theirs = Weeding.naming(erased.keySet());
        for (LiveProjection<?> one : clearing.personal()) {
            theirs.forEach(some -> taken.count(one, weeding.delete(one.model().name(), some)));
            if (!one.model().isFact()) {
                taken.count(one, emptied(one, ends));
                taken.countDeletedBeside(one, ends);
            }
        }
    }

    private <D> long emptied(LiveProjection<D> projection, Map<String, LogPosition> ends) {
        String name = projection.model().name();
        String index = indices.behind(name).orElse(null);
        if (index == null) {
            return 0;
        }
        Map<String, Document<D>> empty = new HashMap<>();
        fromBefore(index, ends).forEach((key, end) -> empty.put(key, new Document<>(end.value(), null)));
        if (!empty.isEmpty()) {
            projection.fold().documents().store(Indices.forWriters(index), true, empty);
            empty.forEach(projection.model()::written);
        }
        return empty.size();
    }

    /** With their ends. */
    private Map<String, LogPosition> fromBefore(String index, Map<String, LogPosition> ends) {
        Map<String, LogPosition> found = new HashMap<>();
        weeding.before(index, ends).forEach(key -> found.put(key, Objects.requireNonNull(ends.get(key))));
        return found;
    }
}
