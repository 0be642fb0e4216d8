package com.videowindow.patina.eventlog;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.videowindow.patina.domain.audit.SignedOtherwise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What was signed, numbered without gaps, so that the newest is found like the newest block and of two nodes that sign at
 * once one is the first. A log that does not grow gets no further ones.
 */
final class Checkpoints {
    private static final int AT_ONCE = 256;

    private final MongoCollection<Document> notes;
    /** At most one: what became of a restore that did not make the log whole. */
    private final MongoCollection<Document> abandoned;

    /** A signed checkpoint with its number. */
    record Kept(long number, Note note) {
        Checkpoint checkpoint() {
            return Checkpoint.of(note);
        }
    }

    Checkpoints(MongoDatabase database) {
        notes = Durable.collection(database, "checkpoints");
        abandoned = Durable.collection(database, "checkpoints.abandoned");
    }

    /** A restore stores something: until it has come to its end, nobody can say which log this is. */
    void isBeingRestored() {
        change(Updates.set("restoring", true));
    }

    /** This log ends before what was signed so and will be another one: whoever signed that must not sign this. */
    void goesOnOtherwise(Note signed) {
        Optional<Note> before = abandoned();
        boolean further = before.isEmpty()
                || Checkpoint.of(before.get()).size() < Checkpoint.of(signed).size();
        change(Updates.combine(
                Updates.set("note", further ? signed.toString() : before.get().toString()),
                Updates.unset("restoring")));
    }

    /** A restore has come to the end of its copies; what was signed beyond them stays so. */
    void isRestored() {
        change(Updates.unset("restoring"));
    }

    /** Nothing is left out here any more. */
    void goesOnAsSigned() {
        abandoned.deleteOne(Filters.eq("_id", 0L));
    }

    private void change(Bson change) {
        abandoned.updateOne(Filters.eq("_id", 0L), change, new UpdateOptions().upsert(true));
    }

    /** @throws SignedOtherwise when a restore was broken off, so that what is here may have gone on elsewhere */
    void requireRestored() {
        if (mark().filter(mark -> mark.containsKey("restoring")).isPresent()) {
            throw SignedOtherwise.unfinished();
        }
    }

    /** What was signed over events that are left out here; absent where a log is whole. */
    Optional<Note> abandoned() {
        return mark().map(mark -> mark.getString("note")).map(Note::parse);
    }

    private Optional<Document> mark() {
        return Optional.ofNullable(abandoned.find(Filters.eq("_id", 0L)).first());
    }

    Optional<Kept> newest() {
        return read(last(), 1).stream().findFirst();
    }

    /** The number of the newest, -1 while there is none. */
    long last() {
        return LastOf.sequence(this::existing);
    }

    /** How many there are, whatever their numbers. */
    long count() {
        return notes.countDocuments();
    }

    private Set<Long> existing(List<Long> numbers) {
        return notes.find(Filters.in("_id", numbers))
                .projection(Projections.include("_id"))
                .map(note -> note.getLong("_id"))
                .into(new HashSet<>());
    }

    /** The checkpoints from this number on, at most so many at once. */
    List<Kept> read(long from) {
        return read(from, AT_ONCE);
    }

    private List<Kept> read(long from, int atMost) {
        List<Kept> found = notes.find(Filters.in(
                        "_id", LongStream.range(from, from + atMost).boxed().toList()))
                .map(note -> new Kept(note.getLong("_id"), Note.parse(note.getString("note"))))
                .into(new ArrayList<>());
        found.sort(Comparator.comparingLong(Kept::number));
        return found;
    }

    /** @return false when another node has kept one under this number */
    boolean keep(Kept signed) {
        try {
            notes.insertOne(new Document("_id", signed.number())
                    .append("note", signed.note().toString()));
            return true;
        } catch (MongoWriteException e) {
            if (Durable.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }
}
