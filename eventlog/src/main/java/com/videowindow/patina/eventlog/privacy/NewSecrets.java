package com.videowindow.patina.eventlog.privacy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.WriteModel;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Makes secrets for names that never had one. Each is used only after it stood in the store, and after that its shard asked
 * for: if the shard turns later, the turning finds it.
 */
final class NewSecrets {
    private final StoredSecrets stored;
    private final KeyShards shards;

    NewSecrets(StoredSecrets stored, KeyShards shards) {
        this.stored = stored;
        this.shards = shards;
    }

    private record Made(Secret.Live secret, Shard shard) {}

    /**
     * What stood there before, and what was put there.
     *
     * @param alone nobody was quicker with any of those that were put there
     */
    private record Attempt(Map<String, Document> known, Map<String, Made> fresh, boolean alone) {}

    /** What stands under the names, new ones made in their order and written into this collection of them. */
    Map<String, Secret> findOrMake(
            Collection<String> names, Function<String, byte[]> made, MongoCollection<Document> into) {
        Map<String, Secret> settled = new HashMap<>();
        Set<String> open = new LinkedHashSet<>(names);
        while (!open.isEmpty()) {
            Attempt attempt = open.size() == 1 ? one(open.iterator().next(), made, into) : several(open, made, into);
            Map<Integer, Shard> newest =
                    shards.newest(open.stream().map(StoredSecrets::shard).toList());
            attempt.known().forEach((name, document) -> settle(document, newest, settled));
            if (attempt.alone()) {
                attempt.fresh().forEach((name, own) -> {
                    if (own.shard().generation() == of(newest, name).generation()) {
                        settled.put(name, own.secret());
                    }
                });
            }
            open.removeAll(settled.keySet());
        }
        return settled;
    }

    private Attempt several(Set<String> names, Function<String, byte[]> made, MongoCollection<Document> into) {
        Map<String, Document> known = stored.documents(names);
        Map<String, Made> fresh =
                fresh(names.stream().filter(name -> !known.containsKey(name)).toList(), made);
        boolean alone = StoredSecrets.insert(
                into,
                fresh.entrySet().stream()
                        .map(each -> wrapped(each.getKey(), each.getValue()))
                        .toList());
        return new Attempt(known, fresh, alone);
    }

    /** Most come one by one: looking and putting are one question then. */
    private Attempt one(String name, Function<String, byte[]> made, MongoCollection<Document> into) {
        Map<String, Made> fresh = fresh(List.of(name), made);
        Document own = wrapped(name, Objects.requireNonNull(fresh.get(name)));
        Optional<Document> stands = StoredSecrets.documentOrThis(into, own);
        return stands.filter(there -> !own.equals(there)).isPresent()
                ? new Attempt(Map.of(name, stands.get()), Map.of(), true)
                : new Attempt(Map.of(), fresh, stands.isPresent());
    }

    private Map<String, Made> fresh(List<String> names, Function<String, byte[]> made) {
        Map<Integer, Shard> recent =
                shards.recent(names.stream().map(StoredSecrets::shard).toList());
        Map<String, Made> fresh = new LinkedHashMap<>();
        names.forEach(
                name -> fresh.put(name, new Made(new Secret.Live(new Binary(made.apply(name))), of(recent, name))));
        return fresh;
    }

    private static Document wrapped(String name, Made made) {
        return StoredSecrets.wrapped(name, made.secret().bytes().getData(), made.shard());
    }

    private static Shard of(Map<Integer, Shard> shards, String name) {
        return Objects.requireNonNull(shards.get(StoredSecrets.shard(name)));
    }

    private void settle(Document known, Map<Integer, Shard> newest, Map<String, Secret> settled) {
        String name = StoredSecrets.name(known);
        Shard shard = of(newest, name);
        if (known.containsKey("destroyed") || known.getInteger("generation") == shard.generation()) {
            stored.read(known).ifPresent(secret -> settled.put(name, secret));
        } else {
            followTurning(known, shard);
        }
    }

    /** The shard turned while it was made: the turning may have missed it. Unread by now, it was never used. */
    private void followTurning(Document known, Shard next) {
        Optional<WriteModel<Document>> again = stored.rewrapped(known, next);
        if (again.isPresent()) {
            stored.durable().bulkWrite(List.of(again.get()));
        } else {
            stored.durable().deleteOne(StoredSecrets.asRead(known));
        }
    }
}
