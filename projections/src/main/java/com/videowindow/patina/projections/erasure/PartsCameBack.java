package com.videowindow.patina.projections.erasure;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.part.PartErasureStarted;
import com.videowindow.patina.projections.runner.LiveProjection;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.Indices;
import com.videowindow.patina.projections.store.Weeding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes out documents of parts that are long gone, which came back with files from before. A fact's place in the log is its
 * own, so places are asked for, whosever they were. A folded document was folded again when its person's part began to go:
 * what stands before that is from before, and is folded again.
 */
@Component
final class PartsCameBack {
    private final Clearing clearing;
    private final Indices indices;
    private final Weeding weeding;
    /** Elasticsearch may not let go of what was deleted in time, and then nothing is found that would ask for it again. */
    private boolean toBeRewritten;

    PartsCameBack(Clearing clearing, Indices indices, Weeding weeding) {
        this.clearing = clearing;
        this.indices = indices;
        this.weeding = weeding;
    }

    synchronized Map<String, Long> takeOut(
            Collection<LogPosition> gone, Map<SubjectId, LogPosition> started, LogPosition through) {
        clearing.demandAllPast(through);
        List<Query> places = Weeding.at(gone);
        Map<String, LogPosition> starts = started.entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().toString(), Map.Entry::getValue));
        Map<String, Long> found = new TreeMap<>();
        for (LiveProjection<?> one : clearing.personal()) {
            String name = one.model().name();
            long count = 0;
            if (one.model().isFact()) {
                count = places.stream()
                        .mapToLong(some -> weeding.delete(name, some))
                        .sum();
            } else if (one.model().concerns(PartErasureStarted.class)) {
                count = foldedAgain(one, starts, through) + deletedBeside(name, starts);
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

    /** At the place up to which it was folded, which is newer than any that it can stand at. */
    private <D> long foldedAgain(LiveProjection<D> projection, Map<String, LogPosition> starts, LogPosition through) {
        String index = indices.behind(projection.model().name()).orElse(null);
        if (index == null) {
            return 0;
        }
        Map<String, Document<D>> again = new HashMap<>();
        for (String key : weeding.before(index, starts)) {
            again.put(key, new Document<>(through.value(), projection.model().foldedAgain(key, through)));
        }
        if (!again.isEmpty()) {
            projection.fold().documents().store(Indices.forWriters(index), true, again);
            again.forEach(projection.model()::written);
        }
        return again.size();
    }

    /** Nobody reads there, and a rebuild that goes on folds it again. */
    private long deletedBeside(String name, Map<String, LogPosition> starts) {
        long deleted = 0;
        for (String index : indices.beside(name)) {
            List<String> old = weeding.before(index, starts);
            if (!old.isEmpty()) {
                deleted += weeding.deleteIn(List.of(index), Query.of(query -> query.ids(ids -> ids.values(old))));
            }
        }
        return deleted;
    }
}
