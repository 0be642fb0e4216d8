package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.domain.privacy.MasterRotation;
import com.videowindow.patina.domain.privacy.MasterRotation.Rotated;
import com.videowindow.patina.eventlog.privacy.StoredShards.UnderAnotherMaster;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The keys that wrap the keys of some people each, so that destroying one key for good means wrapping again those of one
 * shard and not those of everybody, and a remote master is asked for shards and never for people.
 */
final class KeyShards {
    static final int COUNT = MasterRotation.SHARDS;
    private static final int NEIGHBOURS = 16;

    private final StoredShards store;
    private final MasterKey master;
    private final MasterMark mark;
    private final Map<Id, Shard> known = new ConcurrentHashMap<>();
    private final Map<Integer, Shard> recent = new ConcurrentHashMap<>();

    private record Id(int number, int generation) {}

    KeyShards(KeyPlace place, MasterKey master) {
        this.store = new StoredShards(place, master);
        this.master = master;
        this.mark = new StoredMark(place, this::closed);
    }

    /** The ones to wrap with, as the store has them now; made where there are none. */
    Map<Integer, Shard> newest(Collection<Integer> numbers) {
        Map<Integer, Shard> found = stored(numbers);
        Set<Integer> missing = without(numbers, found);
        if (!missing.isEmpty()) {
            found.putAll(made(missing));
        }
        recent.putAll(found);
        return found;
    }

    /** Those that are known here, which may have turned since; asked for only where one is not. */
    Map<Integer, Shard> recent(Collection<Integer> numbers) {
        Map<Integer, Shard> found = new HashMap<>();
        numbers.forEach(number -> found.computeIfAbsent(number, recent::get));
        Set<Integer> unknown = without(numbers, found);
        if (!unknown.isEmpty()) {
            found.putAll(newest(unknown));
        }
        return found;
    }

    private static Set<Integer> without(Collection<Integer> numbers, Map<Integer, Shard> known) {
        Set<Integer> others = new TreeSet<>(numbers);
        others.removeAll(known.keySet());
        return others;
    }

    private Map<Integer, Shard> stored(Collection<Integer> numbers) {
        Map<Integer, Shard> found = new HashMap<>();
        store.find(numbers).forEach(stored -> found.put(stored.getInteger("_id"), read(stored)));
        return found;
    }

    /** With their neighbours, which a store with people needs soon: each making is a sync, behind a lock. */
    private Map<Integer, Shard> made(Set<Integer> missing) {
        Map<Integer, Shard> found = new HashMap<>();
        List<Integer> together = missing.stream()
                .map(number -> number / NEIGHBOURS * NEIGHBOURS)
                .distinct()
                .flatMap(first -> IntStream.range(first, first + NEIGHBOURS).boxed())
                .toList();
        master.alone(() -> {
                    master.heed(mark);
                    return store.make(together);
                })
                .forEach((number, made) ->
                        found.put(number, known.computeIfAbsent(new Id(number, 1), id -> made.shard())));
        found.putAll(stored(without(missing, found)));
        return found;
    }

    private Shard newest(int number) {
        return Objects.requireNonNull(newest(List.of(number)).get(number));
    }

    /** Asks once for what {@link #of} would ask for one by one. */
    void learn(Collection<Integer> numbers) {
        Set<Integer> unknown = without(numbers, recent);
        if (unknown.size() > 1) {
            recent.putAll(stored(unknown));
        }
    }

    /** The one that wrapped this; absent when it is gone, so that nothing that it wrapped was ever used. */
    Optional<Shard> of(int number, int generation) {
        if (!known.containsKey(new Id(number, generation))) {
            store.find(number).ifPresent(this::read);
        }
        return Optional.ofNullable(known.get(new Id(number, generation)));
    }

    /** @throws MasterElsewhere where that is why it cannot be opened, so that this node knows it from now on */
    private Shard read(Document found) {
        try {
            return opened(found);
        } catch (UnderAnotherMaster e) {
            heedMaster();
            throw e;
        }
    }

    /** What was wrapped again since it was read is read again. */
    private Shard opened(Document found) {
        return asNow(found, this::remembered);
    }

    private <T> T asNow(Document found, Function<Document, T> opened) {
        Document next = found;
        while (true) {
            try {
                return opened.apply(next);
            } catch (UnderAnotherMaster e) {
                Document now = store.find(next.getInteger("_id")).orElseThrow(() -> e);
                if (now.equals(next)) {
                    throw e;
                }
                next = now;
            }
        }
    }

    private Shard remembered(Document found) {
        int number = found.getInteger("_id");
        int generation = found.getInteger("generation");
        Shard current = remembered(number, generation, found.get("key", Binary.class));
        @Nullable Binary next = found.get("next", Binary.class);
        return next == null ? current : remembered(number, generation + 1, next);
    }

    private Shard remembered(int number, int generation, Binary wrapped) {
        return known.computeIfAbsent(new Id(number, generation), id -> store.unwrapped(number, generation, wrapped));
    }

    /** Whether its key is just being replaced, or was when a node died. */
    boolean isTurning(int number) {
        return store.find(number).filter(found -> found.containsKey("next")).isPresent();
    }

    /** From now on everybody wraps with the next generation, which this answers. */
    Shard turn(int number) {
        return master.alone(() -> turnAlone(number));
    }

    /**
     * What a shard said before the master was found to be the one in use was wrapped by it, or is not replaced; and whoever
     * cannot open it puts nothing beside it, however well they remember its key.
     */
    private Shard turnAlone(int number) {
        while (true) {
            Optional<Document> before = store.find(number);
            master.heed(mark);
            before.ifPresent(found -> asNow(found, store::tried));
            if (before.isEmpty() || before.get().containsKey("next") || store.isNextSet(before.get())) {
                return newest(number);
            }
        }
    }

    /** The generation before this one is gone, here and in the store. */
    void turned(Shard next) {
        store.moveOn(next.number(), next.generation());
        known.keySet().removeIf(id -> id.number() == next.number() && id.generation() < next.generation());
        recent.remove(next.number());
    }

    /**
     * Wraps all of them under a new master; what was wrapped under former ones is of no use then.
     *
     * @return false where somebody else renews the master
     */
    boolean renewMaster() {
        return master.alone(() -> {
            boolean renewed = master.renew(mark);
            if (renewed) {
                store.wrapAgain(unheard -> {});
                master.dropFormer();
            }
            return renewed;
        });
    }

    /** The same at its owner's word: under a new master where it is ours to renew, else under what they put in its place. */
    Rotated rotateMaster(IntConsumer reached) {
        return master.alone(() -> {
            master.heed(mark);
            boolean renewed = master.renew(mark);
            store.wrapAgain(reached);
            reached.accept(COUNT);
            if (renewed) {
                master.dropFormer();
            }
            return new Rotated(master.kind(), COUNT, renewed, store.oldestVersion());
        });
    }

    /** @throws MasterElsewhere when the store is wrapped under another master than this */
    void heedMaster() {
        master.alone(() -> {
            master.heed(mark);
            return true;
        });
    }

    private MasterMark.Closed closed() {
        List<Document> all = store.all();
        return new MasterMark.Closed(
                Math.toIntExact(all.stream().filter(found -> !isOpen(found)).count()), all.size());
    }

    private boolean isOpen(Document found) {
        try {
            asNow(found, store::tried);
            return true;
        } catch (UnderAnotherMaster e) {
            return false;
        }
    }
}
