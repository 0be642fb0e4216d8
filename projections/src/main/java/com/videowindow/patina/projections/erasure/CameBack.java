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
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    /** Elasticsearch may not let go of what was deleted in time, and then nothing is found that would ask for it again. */
    private boolean toBeRewritten;

    CameBack(Clearing clearing, Indices indices, Weeding weeding) {
        this.clearing = clearing;
        this.indices = indices;
        this.weeding = weeding;
    }

    synchronized Map<String, Long> takeOut(Map<SubjectId, LogPosition> erased, LogPosition through) {
        clearing.demandAllPast(through);
        Map<String, LogPosition> ends = erased.entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().toString(), Map.Entry::getValue));
        List<Query> theirs = Weeding.naming(erased.keySet());
        Map<String, Long> found = new TreeMap<>();
        for (LiveProjection<?> one : clearing.personal()) {
            String name = one.model().name();
            long count = theirs.stream()
                    .mapToLong(some -> weeding.delete(name, some))
                    .sum();
            if (!one.model().isFact()) {
                count += emptied(one, ends) + deletedBeside(name, ends);
            }
            if (count > 0) {
                found.put(name, count);
                toBeRewritten = true;
            }
        }
        if (toBeRewritten) {
            clearing.rewrite();
            toBeRewritten = false;
        }
        return found;
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

    /** Nobody writes there, so that no end has to stay. */
    private long deletedBeside(String name, Map<String, LogPosition> ends) {
        long deleted = 0;
        for (String index : indices.beside(name)) {
            List<String> old = List.copyOf(fromBefore(index, ends).keySet());
            if (!old.isEmpty()) {
                deleted += weeding.deleteIn(List.of(index), Query.of(query -> query.ids(ids -> ids.values(old))));
            }
        }
        return deleted;
    }

    /** With their ends. */
    private Map<String, LogPosition> fromBefore(String index, Map<String, LogPosition> ends) {
        Map<String, LogPosition> found = new HashMap<>();
        weeding.before(index, ends).forEach(key -> found.put(key, Objects.requireNonNull(ends.get(key))));
        return found;
    }
}
