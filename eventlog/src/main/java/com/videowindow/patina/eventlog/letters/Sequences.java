package com.videowindow.patina.eventlog.letters;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.eventlog.Durable;
import com.videowindow.patina.eventlog.LogAccess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collection of dead letters: one document per key, so that each step is one atomic change of one document, found by
 * its {@code _id}. Letters stand in it in the order of the log; it is gone with its last one.
 */
final class Sequences {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String GROUP = "group";
    private static final String LETTERS = "letters";
    private static final String POSITION = "letters.position";
    private static final String COUNT = "count";
    private static final String CLAIMED = "claimedUntil";
    private static final String CLAIMANT = "claimant";

    private final MongoCollection<Document> documents;

    Sequences(MongoDatabase database) {
        documents = Durable.collection(database, "letters").withTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    void ensureIndexes() {
        available(() -> documents.createIndex(Indexes.ascending(GROUP)));
    }

    private static <T> T available(Supplier<T> access) {
        return LogAccess.available("the dead letters are not available", access);
    }

    private static Bson is(String group, String id) {
        return Filters.eq("_id", group + "/" + id);
    }

    /** Puts it behind the others of its key; false when there are none, or too many, or it is there. */
    boolean push(String group, String id, Letter letter, int atMost) {
        Bson hasRoom = Filters.and(
                is(group, id),
                Filters.lt(COUNT, atMost),
                Filters.ne(POSITION, letter.position().value()));
        return change(hasRoom, Updates.combine(Updates.push(LETTERS, letter.document()), Updates.inc(COUNT, 1)));
    }

    /** Starts a key with it; false when the key is there. */
    boolean start(String group, String id, Letter letter) {
        Document first = new Document("_id", group + "/" + id)
                .append(GROUP, group)
                .append("sequence", id)
                .append(COUNT, 1)
                .append(CLAIMED, 0L)
                .append(LETTERS, List.of(letter.document()));
        return available(() -> {
            try {
                return documents.insertOne(first).wasAcknowledged();
            } catch (MongoException e) {
                if (Durable.isDuplicate(e)) {
                    return false;
                }
                throw e;
            }
        });
    }

    boolean remove(String group, String id, LogPosition position) {
        Bson held = Filters.and(is(group, id), Filters.eq(POSITION, position.value()));
        Bson pull = Updates.pull(LETTERS, new Document("position", position.value()));
        boolean removed = change(held, Updates.combine(pull, Updates.inc(COUNT, -1)));
        available(() -> documents.deleteOne(Filters.and(is(group, id), Filters.lt(COUNT, 1))));
        return removed;
    }

    boolean replace(String group, String id, Letter letter) {
        Bson held = Filters.and(
                is(group, id), Filters.eq(POSITION, letter.position().value()));
        return change(held, Updates.set("letters.$", letter.document()));
    }

    /** Whether this claimant has the key for itself until then, or goes on having it. */
    boolean claim(String group, String id, String claimant, long now, long until) {
        Bson free = Filters.and(is(group, id), Filters.or(Filters.lt(CLAIMED, now), Filters.eq(CLAIMANT, claimant)));
        return change(free, Updates.combine(Updates.set(CLAIMED, until), Updates.set(CLAIMANT, claimant)));
    }

    void release(String group, String id, String claimant) {
        change(Filters.and(is(group, id), Filters.eq(CLAIMANT, claimant)), Updates.set(CLAIMED, 0L));
    }

    private boolean change(Bson which, Bson how) {
        return available(() -> documents.updateOne(which, how).getMatchedCount() > 0);
    }

    Optional<Sequence> find(String group, String id) {
        return available(() -> Optional.ofNullable(documents.find(is(group, id)).first()))
                .map(Sequence::of);
    }

    boolean contains(String group, String id) {
        return available(() -> documents.countDocuments(is(group, id)) > 0);
    }

    /** All of a group one after the other: a full one would not fit into memory. */
    void each(String group, Consumer<Sequence> consumer) {
        each(Filters.eq(GROUP, group), consumer);
    }

    void each(Bson which, Consumer<Sequence> consumer) {
        available(() -> {
            try (MongoCursor<Document> found =
                    documents.find(which).batchSize(50).iterator()) {
                found.forEachRemaining(each -> {
                    if (!each.getList(LETTERS, Document.class).isEmpty()) {
                        consumer.accept(Sequence.of(each));
                    }
                });
                return true;
            }
        });
    }

    /** The first letter of each key of a group; what waits behind it is not looked at. */
    void heads(String group, BiConsumer<String, Letter> consumer) {
        available(() -> {
            documents.find(Filters.eq(GROUP, group)).batchSize(50).forEach(each -> {
                List<Document> letters = each.getList(LETTERS, Document.class);
                if (!letters.isEmpty()) {
                    consumer.accept(each.getString("sequence"), Letter.of(letters.getFirst()));
                }
            });
            return true;
        });
    }

    /** How many letters all keys of a group have. */
    long letters(String group) {
        return available(() -> {
            long[] letters = new long[1];
            documents
                    .find(Filters.eq(GROUP, group))
                    .projection(Projections.include(COUNT))
                    .forEach(each -> letters[0] += each.getInteger(COUNT));
            return letters[0];
        });
    }

    long number(String group) {
        return available(() -> documents.countDocuments(Filters.eq(GROUP, group)));
    }

    void clear(String group) {
        available(() -> documents.deleteMany(Filters.eq(GROUP, group)));
    }
}
