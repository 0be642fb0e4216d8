package com.videowindow.patina.eventlog.privacy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.videowindow.patina.domain.privacy.KeyBackup.Outcome;
import com.videowindow.patina.eventlog.Durable;
import com.videowindow.patina.eventlog.letters.StoredDeadLetters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;

/** A collection as it is stored. What is here already stays as it is here, also where the backup has it otherwise. */
final class KeptDocuments implements BackupPart {
    private final String name;
    private final MongoCollection<Document> documents;
    private final int atOnce;

    private KeptDocuments(String name, MongoCollection<Document> documents) {
        this(name, documents, AT_ONCE);
    }

    private KeptDocuments(String name, MongoCollection<Document> documents, int atOnce) {
        this.name = name;
        this.documents = documents;
        this.atOnce = atOnce;
    }

    /** Which events read models go without: made anew without them, they would have what somebody took out of them. */
    static KeptDocuments evictions(MongoDatabase database) {
        return new KeptDocuments("evictions", StoredDeadLetters.evictions(database));
    }

    /** Who was erased: a log from before must meet it. */
    static KeptDocuments fences(MongoDatabase keys) {
        return new KeptDocuments("fences", StoredFences.of(keys));
    }

    /** Whose old messages are refused until when, by keyed names; of whom nothing leads to whom they were. */
    static KeptDocuments left(MongoDatabase keys) {
        return new KeptDocuments("left", StoredFences.left(keys));
    }

    /** Of which facts a part was erased; without it nobody could read the rest. */
    static KeptDocuments kept(MongoDatabase keys) {
        return new KeptDocuments("kept", KeptFacts.of(keys));
    }

    /** Whose facts of which ended months a legal reason keeps, each under a secret of its own. */
    static KeptDocuments apart(MongoDatabase keys) {
        return new KeptDocuments("apart", MonthsApart.of(keys));
    }

    /** How far the erasures of parts are, and where what went stood: two megabytes of places at most. */
    static KeptDocuments partFences(MongoDatabase keys) {
        return new KeptDocuments("partFences", StoredPartFences.of(keys), 8);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void each(Consumer<List<Document>> some) {
        try (MongoCursor<Document> all = documents.find().batchSize(atOnce).cursor()) {
            List<Document> next = new ArrayList<>();
            while (all.hasNext()) {
                next.add(all.next());
                if (next.size() == atOnce || !all.hasNext()) {
                    some.accept(List.copyOf(next));
                    next.clear();
                }
            }
        }
    }

    @Override
    public void check(List<Document> entries) {
        // nothing is replaced, so nothing stands in the way
    }

    @Override
    public Outcome add(List<Document> entries) {
        Map<Object, Document> here = here(entries);
        List<Document> absent = entries.stream()
                .filter(entry -> !here.containsKey(entry.get("_id")))
                .toList();
        if (!absent.isEmpty()) {
            insert(absent);
        }
        long same = entries.stream()
                .filter(entry -> entry.equals(here.get(entry.get("_id"))))
                .count();
        return new Outcome(absent.size(), same, here.size() - same);
    }

    private void insert(List<Document> absent) {
        try {
            documents.insertMany(absent, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            throw Durable.areDuplicates(e)
                    ? new IllegalStateException(name + " arrive at another node meanwhile; say the same again")
                    : e;
        }
    }

    private Map<Object, Document> here(List<Document> entries) {
        Map<Object, Document> here = new HashMap<>();
        List<Object> ids = entries.stream().map(entry -> entry.get("_id")).toList();
        documents.find(Filters.in("_id", ids)).forEach(found -> here.put(found.get("_id"), found));
        return here;
    }
}
