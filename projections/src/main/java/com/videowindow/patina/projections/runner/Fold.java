package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.Documents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch of events into documents: one read of all that they touch, the folding in log order, one write.
 *
 * <p>An event at or below the position of its document has been folded into it before and is passed over; together with
 * the position as external version this makes every batch repeatable, by this node or another.
 */
public final class Fold<D> {
    private final ReadModel<D> model;
    private final Documents<D> documents;

    public Fold(ReadModel<D> model, Documents<D> documents) {
        this.model = model;
        this.documents = documents;
    }

    public ReadModel<D> model() {
        return model;
    }

    public Documents<D> documents() {
        return documents;
    }

    /** Answers what was written. {@code index} is an index under construction. */
    public Map<String, Document<D>> apply(String index, List<Positioned> events) {
        return apply(index, false, events, key -> null);
    }

    /**
     * Answers what was written.
     *
     * @param alias whether {@code index} is the live alias
     * @param known documents that need not be read, since nobody else can have written them since
     */
    Map<String, Document<D>> apply(
            String index, boolean alias, List<Positioned> events, Function<String, @Nullable Document<D>> known) {
        Map<String, List<Positioned>> byKey = byKey(events);
        Map<String, Document<D>> again = alias ? foldedAgain(byKey, LogPosition.START) : Map.of();
        Map<String, Document<D>> changed = fold(
                byKey, keys -> current(index, keys, key -> again.containsKey(key) ? again.get(key) : known.apply(key)));
        if (!changed.isEmpty()) {
            changed.keySet().removeAll(documents.store(index, alias, changed));
        }
        return changed;
    }

    /**
     * The documents that these events change, not written yet.
     *
     * @param current answers how they are before
     */
    public Map<String, Document<D>> fold(
            List<Positioned> events, Function<Set<String>, Map<String, Document<D>>> current) {
        return fold(byKey(events), current);
    }

    /**
     * Documents that are folded again from the log, up to before the last event that asks for it: with it they are new, so
     * that they are written whatever stood there.
     *
     * @param since what asks for it up to here was heeded before
     */
    public Map<String, Document<D>> foldedAgain(Map<String, List<Positioned>> byKey, LogPosition since) {
        Map<String, Document<D>> again = new HashMap<>();
        byKey.forEach((key, events) -> events.stream()
                .filter(one -> model.isFoldedAgainAt(one.event()) && !since.covers(one.position()))
                .reduce((first, second) -> second)
                .ifPresent(last -> {
                    LogPosition before = new LogPosition(last.position().value() - 1);
                    again.put(key, new Document<>(before.value(), model.foldedAgain(key, before)));
                }));
        return again;
    }

    /** The events of each document, in their order. */
    public Map<String, List<Positioned>> byKey(List<Positioned> events) {
        Map<String, List<Positioned>> byKey = new LinkedHashMap<>();
        for (Positioned one : events) {
            String key = model.key(one.event(), one.position());
            if (key != null) {
                byKey.computeIfAbsent(key, ignored -> new ArrayList<>()).add(one);
            }
        }
        return byKey;
    }

    /** The same for events that are told apart already. */
    public Map<String, Document<D>> fold(
            Map<String, List<Positioned>> byKey, Function<Set<String>, Map<String, Document<D>>> current) {
        Map<String, Document<D>> before = model.isFact() || byKey.isEmpty() ? Map.of() : current.apply(byKey.keySet());
        Map<String, Document<D>> changed = new LinkedHashMap<>();
        byKey.forEach((key, all) -> {
            Document<D> after = folded(before.get(key), all);
            if (after != null) {
                changed.put(key, after);
            }
        });
        return changed;
    }

    private Map<String, Document<D>> current(
            String index, Set<String> keys, Function<String, @Nullable Document<D>> known) {
        Map<String, Document<D>> current = HashMap.newHashMap(keys.size());
        List<String> unknown = new ArrayList<>();
        for (String key : keys) {
            Document<D> document = known.apply(key);
            if (document == null) {
                unknown.add(key);
            } else {
                current.put(key, document);
            }
        }
        current.putAll(documents.current(index, unknown));
        return current;
    }

    /** The document with those events that it has not seen; absent where it has seen them all. */
    private @Nullable Document<D> folded(@Nullable Document<D> before, List<Positioned> events) {
        long seen = before == null ? LogPosition.START.value() : before.position();
        List<Positioned> unseen =
                events.stream().filter(one -> one.position().value() > seen).toList();
        if (unseen.isEmpty()) {
            return null;
        }
        return new Document<>(
                unseen.getLast().position().value(), after(before == null ? null : before.body(), unseen));
    }

    /** Folding is pure, so that doing it again one by one finds the event that it failed over. */
    private LogPosition culprit(@Nullable D body, List<Positioned> events) {
        D after = body;
        for (Positioned one : events) {
            try {
                after = model.apply(after, one.event(), one.position());
            } catch (RuntimeException e) {
                return one.position();
            }
        }
        return events.getLast().position();
    }

    private @Nullable D after(@Nullable D body, List<Positioned> events) {
        try {
            return model.applyAll(body, events);
        } catch (RuntimeException e) {
            throw new Unfoldable(model.name(), culprit(body, events), e);
        }
    }
}
