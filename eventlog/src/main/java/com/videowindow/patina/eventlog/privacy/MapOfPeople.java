package com.videowindow.patina.eventlog.privacy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.videowindow.patina.domain.privacy.KeyBackup.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;

/**
 * The map from the platform's users to subjects, as it is stored. Whoever came back before the backup did has new facts
 * under a new subject; they keep it, since facts never change whom they are about.
 */
final class MapOfPeople implements BackupPart {
    private final MongoCollection<Document> subjects;

    MapOfPeople(MongoDatabase database) {
        subjects = StoredSubjects.collection(database);
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public void each(Consumer<List<Document>> some) {
        try (MongoCursor<Document> all = subjects.find().batchSize(AT_ONCE).cursor()) {
            List<Document> next = new ArrayList<>();
            while (all.hasNext()) {
                next.add(all.next());
                if (next.size() == AT_ONCE || !all.hasNext()) {
                    some.accept(List.copyOf(next));
                    next.clear();
                }
            }
        }
    }

    @Override
    public void check(List<Document> entries) {
        // nobody's subject is replaced, so nobody stands in the way
    }

    @Override
    public Outcome add(List<Document> entries) {
        Map<String, Document> here = here(entries);
        List<Document> absent = entries.stream()
                .filter(entry -> !here.containsKey(entry.getString("_id")))
                .toList();
        if (!absent.isEmpty()) {
            insert(absent);
        }
        long same = entries.stream()
                .filter(entry -> entry.equals(here.get(entry.getString("_id"))))
                .count();
        return new Outcome(absent.size(), same, here.size() - same);
    }

    private void insert(List<Document> absent) {
        try {
            subjects.insertMany(absent, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            boolean arrived = e.getWriteErrors().stream()
                    .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            throw arrived
                    ? new IllegalStateException("people arrive at another node meanwhile; say the same again")
                    : e;
        }
    }

    private Map<String, Document> here(List<Document> entries) {
        Map<String, Document> here = new HashMap<>();
        List<String> users =
                entries.stream().map(entry -> entry.getString("_id")).toList();
        subjects.find(Filters.in("_id", users)).forEach(found -> here.put(found.getString("_id"), found));
        return here;
    }
}
