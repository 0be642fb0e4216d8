package com.videowindow.patina.eventlog.privacy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.videowindow.patina.eventlog.Durable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Secrets by name, each wrapped by the key of its shard, and the places of those that were destroyed: a name is given a
 * secret once, and after its end never again, whoever asks, on whichever node.
 *
 * <p>A secret is used only after its maker saw that it is wrapped under a generation of its shard's key that stays; one that
 * is found under a generation that is gone was therefore never used, and is made again.
 */
final class NamedSecrets {
    private static final int AT_ONCE = 1_000;
    /** 2^32 divided by the golden ratio: Knuth's multiplicative hashing takes the upper bits. */
    private static final int SPREAD = 0x9E3779B1;

    private final MongoCollection<Document> secrets;
    private final MongoDatabase database;
    /** For what is durable in time with something else; absent until it was asked what the server is. */
    private volatile @Nullable MongoCollection<Document> ahead;

    private final KeyShards shards;

    /** What stands under a name. */
    sealed interface Secret {
        record Live(Binary bytes) implements Secret {}

        record Destroyed(Instant at) implements Secret {}
    }

    NamedSecrets(MongoDatabase database, MasterKey master, Duration patience) {
        this.secrets = Durable.collection(database, "secrets").withTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        this.database = database;
        this.shards = new KeyShards(database, master);
    }

    static int shard(String name) {
        return (name.hashCode() * SPREAD) >>> 24;
    }

    /** Starts with the shard, so that those of one stand together. */
    private static String id(String name) {
        return HexFormat.of().toHexDigits((byte) shard(name)) + '/' + name;
    }

    private static String name(Document stored) {
        return stored.getString("_id").substring(3);
    }

    /** Those of the names that have or had one. */
    Map<String, Secret> find(Collection<String> names) {
        Map<String, Secret> found = new HashMap<>();
        documents(names).forEach((name, stored) -> read(stored).ifPresent(secret -> found.put(name, secret)));
        return found;
    }

    /** Absent where it was never used. */
    private Optional<Secret> read(Document stored) {
        String name = name(stored);
        @Nullable Document now = stored;
        while (now != null) {
            if (now.containsKey("destroyed")) {
                return Optional.of(new Secret.Destroyed(now.getDate("destroyed").toInstant()));
            }
            int generation = now.getInteger("generation");
            Optional<Shard> shard = shards.of(shard(name), generation);
            if (shard.isPresent()) {
                return Optional.of(
                        new Secret.Live(new Binary(shard.get().unwrap(now.get("secret", Binary.class), name))));
            }
            // Either it was wrapped again since it was read, or nobody ever will.
            now = secrets.find(Filters.eq("_id", id(name))).first();
            if (now != null && Integer.valueOf(generation).equals(now.getInteger("generation"))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * What stands under the names, and a new secret for those that never had one, made in their order. Each is used only after
     * it stood in the store, and after that its shard asked for: if the shard turns later, the turning finds it.
     */
    Map<String, Secret> findOrMake(Collection<String> names, Function<String, byte[]> made) {
        return findOrMake(names, made, secrets);
    }

    /**
     * The same for secrets that nobody relies on before something else is durable on this server: where it has one journal
     * they are on the disk with it, and no sync is waited for.
     */
    Map<String, Secret> findOrMakeAhead(Collection<String> names, Function<String, byte[]> made) {
        return findOrMake(names, made, ahead());
    }

    private MongoCollection<Document> ahead() {
        MongoCollection<Document> known = ahead;
        if (known == null) {
            known = Durable.ahead(secrets, database);
            ahead = known;
        }
        return known;
    }

    private Map<String, Secret> findOrMake(
            Collection<String> names, Function<String, byte[]> made, MongoCollection<Document> into) {
        Map<String, Secret> settled = new HashMap<>();
        Set<String> open = new LinkedHashSet<>(names);
        while (!open.isEmpty()) {
            Map<String, Document> stored = documents(open);
            Map<Integer, Shard> recent = shards.recent(open.stream()
                    .filter(name -> !stored.containsKey(name))
                    .map(NamedSecrets::shard)
                    .toList());
            Map<String, Made> fresh = new LinkedHashMap<>();
            for (String name : open) {
                if (!stored.containsKey(name)) {
                    fresh.put(name, new Made(new Secret.Live(new Binary(made.apply(name))), newest(recent, name)));
                }
            }
            boolean alone = insert(
                    into,
                    fresh.entrySet().stream()
                            .map(each -> wrapped(
                                    each.getKey(),
                                    each.getValue().secret().bytes().getData(),
                                    each.getValue().shard()))
                            .toList());
            Map<Integer, Shard> newest =
                    shards.newest(open.stream().map(NamedSecrets::shard).toList());
            stored.forEach((name, known) -> settle(known, newest, settled));
            if (alone) {
                fresh.forEach((name, own) -> {
                    if (own.shard().generation() == newest(newest, name).generation()) {
                        settled.put(name, own.secret());
                    }
                });
            }
            open.removeAll(settled.keySet());
        }
        return settled;
    }

    private record Made(Secret.Live secret, Shard shard) {}

    private static Shard newest(Map<Integer, Shard> newest, String name) {
        return Objects.requireNonNull(newest.get(shard(name)));
    }

    private void settle(Document known, Map<Integer, Shard> newest, Map<String, Secret> settled) {
        String name = name(known);
        Shard shard = newest(newest, name);
        if (known.containsKey("destroyed") || known.getInteger("generation") == shard.generation()) {
            read(known).ifPresent(secret -> settled.put(name, secret));
        } else {
            followTurning(known, shard);
        }
    }

    private Map<String, Document> documents(Collection<String> names) {
        Map<String, Document> found = new HashMap<>();
        List<String> ids = names.stream().distinct().map(NamedSecrets::id).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            secrets.find(Filters.in("_id", ids.subList(from, Math.min(ids.size(), from + AT_ONCE))))
                    .forEach(stored -> found.put(name(stored), stored));
        }
        return found;
    }

    /** The shard turned while it was made: the turning may have missed it. Unread by now, it was never used. */
    private void followTurning(Document stored, Shard next) {
        Optional<WriteModel<Document>> again = rewrapped(stored, next);
        if (again.isPresent()) {
            secrets.bulkWrite(List.of(again.get()));
        } else {
            secrets.deleteOne(
                    Filters.and(Filters.eq("_id", stored.get("_id")), Filters.eq("secret", stored.get("secret"))));
        }
    }

    private static Document wrapped(String name, byte[] secret, Shard shard) {
        return new Document("_id", id(name))
                .append("generation", shard.generation())
                .append("secret", shard.wrap(secret, name));
    }

    private void insert(List<Document> documents) {
        insert(secrets, documents);
    }

    /** Whether nobody was quicker. */
    private static boolean insert(MongoCollection<Document> into, List<Document> documents) {
        if (documents.isEmpty()) {
            return true;
        }
        try {
            into.insertMany(documents, new InsertManyOptions().ordered(false));
            return true;
        } catch (MongoBulkWriteException e) {
            if (!Durable.areDuplicates(e)) {
                throw e;
            }
            return false;
        }
    }

    /** Puts another secret in the place of this one; false where something else stands there by now. */
    boolean replace(String name, Binary before, byte[] now) {
        Document stored = documents(List.of(name)).get(name);
        if (stored == null || !read(stored).equals(Optional.of(new Secret.Live(before)))) {
            return false;
        }
        Shard shard = Objects.requireNonNull(shards.newest(List.of(shard(name))).get(shard(name)));
        return secrets.replaceOne(
                                Filters.and(
                                        Filters.eq("_id", id(name)),
                                        Filters.eq("generation", stored.get("generation")),
                                        Filters.eq("secret", stored.get("secret"))),
                                wrapped(name, now, shard))
                        .getMatchedCount()
                == 1;
    }

    /** Nobody has this name any more, and whoever asks is given a new secret. */
    void remove(Collection<String> names) {
        secrets.deleteMany(
                Filters.in("_id", names.stream().map(NamedSecrets::id).toList()));
    }

    /** From here on nobody finds it, and nobody is given another; done twice it changes nothing. */
    void destroy(Collection<String> names, Instant at) {
        for (String name : names) {
            Document end = new Document("_id", id(name)).append("destroyed", Date.from(at));
            do {
                secrets.replaceOne(Filters.and(Filters.eq("_id", id(name)), Filters.exists("destroyed", false)), end);
                insert(List.of(end));
            } while (!(find(List.of(name)).get(name) instanceof Secret.Destroyed));
        }
    }

    /**
     * Makes what is left of destroyed secrets in the files of the store useless: everything else of their shards is wrapped
     * under another key, and that one under another master. Each step can be repeated from the beginning.
     */
    void scrub(Collection<String> names, MasterKey master) {
        Set<Integer> concerned = new TreeSet<>();
        names.forEach(name -> concerned.add(shard(name)));
        concerned.forEach(number -> {
            if (shards.isTurning(number)) {
                turn(number); // what a node that died left half done
            }
            turn(number);
        });
        master.alone(() -> {
            boolean renewed = master.renew();
            if (renewed) {
                shards.wrapAgain();
                master.dropFormer();
            }
            return renewed;
        });
    }

    private void turn(int number) {
        Shard next = shards.turn(number);
        String prefix = HexFormat.of().toHexDigits((byte) number);
        List<WriteModel<Document>> again = new ArrayList<>();
        for (Document stored :
                secrets.find(Filters.and(Filters.gte("_id", prefix + '/'), Filters.lt("_id", prefix + '0')))) {
            if (stored.containsKey("secret") && stored.getInteger("generation") < next.generation()) {
                rewrapped(stored, next).ifPresent(again::add);
            }
            if (again.size() == AT_ONCE) {
                secrets.bulkWrite(again);
                again.clear();
            }
        }
        if (!again.isEmpty()) {
            secrets.bulkWrite(again);
        }
        shards.turned(next);
    }

    private Optional<WriteModel<Document>> rewrapped(Document stored, Shard next) {
        String name = name(stored);
        int generation = stored.getInteger("generation");
        return shards.of(next.number(), generation)
                .map(shard -> new UpdateOneModel<>(
                        Filters.and(
                                Filters.eq("_id", stored.get("_id")),
                                Filters.eq("generation", generation),
                                Filters.eq("secret", stored.get("secret"))),
                        Updates.combine(
                                Updates.set("generation", next.generation()),
                                Updates.set(
                                        "secret",
                                        next.wrap(shard.unwrap(stored.get("secret", Binary.class), name), name)))));
    }

    /** All of them, for a backup, at most so many at a time. */
    void each(BiConsumer<String, Secret> visit) {
        for (Document stored : secrets.find()) {
            read(stored).ifPresent(secret -> visit.accept(name(stored), secret));
        }
    }
}
