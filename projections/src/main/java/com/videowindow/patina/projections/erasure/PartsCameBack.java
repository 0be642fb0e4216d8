package com.videowindow.patina.projections.erasure;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Purge.NotYet;
import com.videowindow.patina.domain.part.PartErasureStarted;
import com.videowindow.patina.projections.runner.LiveProjection;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.Indices;
import com.videowindow.patina.projections.store.Weeding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Takes out documents of parts that are long gone, which came back with files from before. A fact's place in the log is its
 * own, so places are asked for, whosever they were. A folded document was folded again when its person's part began to go:
 * what stands before that is from before, and is folded again; so is, wherever it stands, that of whose facts some came back,
 * since the next event may have been folded onto it before anybody looked.
 */
@Component
final class PartsCameBack {
    private final Clearing clearing;
    private final Indices indices;
    private final Weeding weeding;
    private final TakenOut taken;

    PartsCameBack(Clearing clearing, Indices indices, Weeding weeding) {
        this.clearing = clearing;
        this.indices = indices;
        this.weeding = weeding;
        this.taken = new TakenOut(clearing, indices, weeding);
    }

    Map<String, Long> takeOut(Collection<LogPosition> gone, Map<SubjectId, LogPosition> started, LogPosition through) {
        return taken.by(() -> look(gone, TakenOut.byKey(started), through), through);
    }

    private void look(Collection<LogPosition> gone, Map<String, LogPosition> starts, LogPosition through) {
        List<Query> places = Weeding.at(gone);
        List<LiveProjection<?>> folded = clearing.personal().stream()
                .filter(one -> !one.model().isFact() && one.model().concerns(PartErasureStarted.class))
                .toList();
        // Before the facts go, or nothing would tell the next look whose they were.
        Consumer<Set<String>> first =
                people -> folded.forEach(one -> taken.count(one, foldedAgain(one, people, through)));
        clearing.personal().stream()
                .filter(one -> one.model().isFact())
                .forEach(one -> places.forEach(
                        some -> taken.count(one, weeding.delete(one.model().name(), some, first))));
        folded.forEach(one -> {
            taken.count(one, foldedBefore(one, starts, through));
            taken.countDeletedBeside(one, starts);
        });
    }

    private long foldedBefore(LiveProjection<?> projection, Map<String, LogPosition> starts, LogPosition through) {
        return indices.behind(projection.model().name())
                .map(index -> foldedAgain(projection, index, weeding.before(index, starts), through))
                .orElse(0L);
    }

    private long foldedAgain(LiveProjection<?> projection, Set<String> people, LogPosition through) {
        return indices.behind(projection.model().name())
                .map(index -> foldedAgain(
                        projection, index, weeding.positions(index, people).keySet(), through))
                .orElse(0L);
    }

    /** At the place up to which it was folded, which is as new as any that it can stand at. */
    private <D> long foldedAgain(
            LiveProjection<D> projection, String index, Collection<String> keys, LogPosition through) {
        Map<String, Document<D>> again = new HashMap<>();
        for (String key : keys) {
            again.put(key, new Document<>(through.value(), projection.model().foldedAgain(key, through)));
        }
        if (!again.isEmpty()) {
            if (!projection
                    .fold()
                    .documents()
                    .storeInPlace(Indices.forWriters(index), true, again)
                    .isEmpty()) {
                throw new NotYet("what was folded from parts is being written");
            }
            again.forEach(projection.model()::written);
        }
        return again.size();
    }
}
