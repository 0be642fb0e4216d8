package com.videowindow.patina.eventlog.privacy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.WriteModel;
import com.videowindow.patina.domain.privacy.MasterRotation.Rotated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Secrets by name, each wrapped by the key of its shard, and the places of those that were destroyed: a name is given a
 * secret once, and after its end never again, whoever asks, on whichever node.
 *
 * <p>A secret is used only after its maker saw that it is wrapped under a generation of its shard's key that stays; one that
 * is found under a generation that is gone was therefore never used, and is made again.
 */
final class NamedSecrets {
    private static final int AT_ONCE = 1_000;

    private final StoredSecrets stored;
    private final NewSecrets making;
    private final KeyShards shards;

    /** What stands under a name. */
    sealed interface Secret {
        record Live(Binary bytes) implements Secret {}

        record Destroyed(Instant at) implements Secret {}
    }

    NamedSecrets(KeyPlace place, MasterKey master, Duration patience) {
        this.shards = new KeyShards(place, master);
        this.stored = new StoredSecrets(place, shards, patience);
        this.making = new NewSecrets(stored, shards);
    }

    /** @throws MasterElsewhere when the store is wrapped under another master */
    void heedMaster() {
        shards.heedMaster();
    }

    /** Those of the names that have or had one. */
    Map<String, Secret> find(Collection<String> names) {
        Map<String, Document> documents = stored.documents(names);
        shards.learn(documents.keySet().stream().map(StoredSecrets::shard).toList());
        Map<String, Secret> found = new HashMap<>();
        documents.forEach((name, document) -> stored.read(document).ifPresent(secret -> found.put(name, secret)));
        return found;
    }

    /** The one under this name; absent where it never had one, or its end stands there. */
    Optional<Binary> live(String name) {
        return find(List.of(name)).get(name) instanceof Secret.Live live ? Optional.of(live.bytes()) : Optional.empty();
    }

    /** What stands under the names, and a new secret for those that never had one, made in their order. */
    Map<String, Secret> findOrMake(Collection<String> names, Function<String, byte[]> made) {
        return making.findOrMake(names, made, stored.durable());
    }

    /**
     * The same for secrets that nobody relies on before something else is durable on this server: where it has one journal
     * they are on the disk with it, and no sync is waited for.
     */
    Map<String, Secret> findOrMakeAhead(Collection<String> names, Function<String, byte[]> made) {
        return making.findOrMake(names, made, stored.ahead());
    }

    /** Puts another secret in the place of this one; false where something else stands there by now. */
    boolean replace(String name, Binary before, byte[] now) {
        Document document = stored.documents(List.of(name)).get(name);
        if (document == null || !stored.read(document).equals(Optional.of(new Secret.Live(before)))) {
            return false;
        }
        int number = StoredSecrets.shard(name);
        Shard shard = Objects.requireNonNull(shards.newest(List.of(number)).get(number));
        return stored.durable()
                        .replaceOne(StoredSecrets.asRead(document), StoredSecrets.wrapped(name, now, shard))
                        .getMatchedCount()
                == 1;
    }

    /** Nobody has this name any more, and whoever asks is given a new secret. */
    void remove(Collection<String> names) {
        stored.durable()
                .deleteMany(
                        Filters.in("_id", names.stream().map(StoredSecrets::id).toList()));
    }

    /** From here on nobody finds it, and nobody is given another; done twice it changes nothing. */
    void destroy(Collection<String> names, Instant at) {
        for (String name : names) {
            Document end = new Document("_id", StoredSecrets.id(name)).append("destroyed", Date.from(at));
            do {
                stored.durable()
                        .replaceOne(
                                Filters.and(Filters.eq("_id", end.get("_id")), Filters.exists("destroyed", false)),
                                end);
                StoredSecrets.insert(stored.durable(), List.of(end));
            } while (!(find(List.of(name)).get(name) instanceof Secret.Destroyed));
        }
    }

    /**
     * Makes what is left of destroyed secrets in the files of the store useless: everything else of their shards is wrapped
     * under another key, and that one under another master. Each step can be repeated from the beginning.
     *
     * @return false where somebody else renews the master, by their own rules: with it, copies of the files from before can be read
     */
    boolean scrub(Collection<String> names) {
        return scrubShards(shards(names));
    }

    static Set<Integer> shards(Collection<String> names) {
        Set<Integer> numbers = new TreeSet<>();
        names.forEach(name -> numbers.add(StoredSecrets.shard(name)));
        return numbers;
    }

    /** The same where only the shards are known. */
    boolean scrubShards(Set<Integer> numbers) {
        numbers.forEach(number -> {
            if (shards.isTurning(number)) {
                turn(number); // what a node that died left half done
            }
            turn(number);
        });
        return shards.renewMaster();
    }

    /** What the master wraps is wrapped again, by its newest; every secret stays as it is. */
    Rotated rotateMaster(IntConsumer reached) {
        return shards.rotateMaster(reached);
    }

    /**
     * Over again until a look finds nothing to wrap: a secret that somebody put in the place of another after it was looked at,
     * having asked for the shard before it turned, is not wrapped by the change that was made for the former.
     */
    private void turn(int number) {
        Shard next = shards.turn(number);
        long wrapped;
        do {
            wrapped = wrapAgain(number, next);
        } while (wrapped > 0);
        shards.turned(next);
    }

    private long wrapAgain(int number, Shard next) {
        long all = 0;
        List<WriteModel<Document>> again = new ArrayList<>();
        for (Document each : stored.ahead().find(StoredSecrets.ofShard(number))) {
            if (each.containsKey("secret") && each.getInteger("generation") < next.generation()) {
                stored.rewrapped(each, next).ifPresent(again::add);
            }
            if (again.size() == AT_ONCE) {
                all += AT_ONCE;
                stored.durable().bulkWrite(again);
                again.clear();
            }
        }
        if (!again.isEmpty()) {
            stored.durable().bulkWrite(again);
        }
        return all + again.size();
    }

    /** All of them, for a backup, at most so many at a time. */
    void each(BiConsumer<String, Secret> visit) {
        for (Document each : stored.ahead().find()) {
            stored.read(each).ifPresent(secret -> visit.accept(StoredSecrets.name(each), secret));
        }
    }
}
