package com.videowindow.patina.eventlog.privacy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.videowindow.patina.domain.privacy.KeyBackup.Outcome;
import com.videowindow.patina.eventlog.Durable;
import com.videowindow.patina.eventlog.letters.StoredDeadLetters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;

/** A collection as it is stored. What is here already stays, but for what the backup has of a later time. */
final class KeptDocuments implements BackupPart {
    private final String name;
    private final MongoCollection<Document> documents;
    private final JoinedDocuments joining;
    private final int atOnce;

    private KeptDocuments(String name, MongoCollection<Document> documents, JoinedDocuments joining) {
        this(name, documents, joining, AT_ONCE);
    }

    private KeptDocuments(String name, MongoCollection<Document> documents, JoinedDocuments joining, int atOnce) {
        this.name = name;
        this.documents = documents;
        this.joining = joining;
        this.atOnce = atOnce;
    }

    /** Which events read models go without: made anew without them, they would have what somebody took out of them. */
    static KeptDocuments evictions(MongoDatabase database) {
        return new KeptDocuments("evictions", StoredDeadLetters.evictions(database), JoinedDocuments.ANY);
    }

    /** Who was erased: a log from before must meet it. */
    static KeptDocuments fences(MongoDatabase keys) {
        return new KeptDocuments("fences", StoredFences.of(keys), JoinedDocuments.FENCES);
    }

    /** Whose old messages are refused until when, by keyed names; of whom nothing leads to whom they were. */
    static KeptDocuments left(MongoDatabase keys) {
        return new KeptDocuments("left", StoredFences.left(keys), JoinedDocuments.LEFT);
    }

    /** Of which facts a part was erased; without it nobody could read the rest. */
    static KeptDocuments kept(MongoDatabase keys) {
        return new KeptDocuments("kept", KeptFacts.of(keys), JoinedDocuments.KEPT);
    }

    /** Whose facts of which ended months a legal reason keeps, each under a secret of its own. */
    static KeptDocuments apart(MongoDatabase keys) {
        return new KeptDocuments("apart", MonthsApart.of(keys), JoinedDocuments.APART);
    }

    /** How far the erasures of parts are, and where what went stood: two megabytes of places at most. */
    static KeptDocuments partFences(MongoDatabase keys) {
        return new KeptDocuments("partFences", StoredPartFences.of(keys), JoinedDocuments.PART_FENCES, 8);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean tellsOfEnds() {
        return joining == JoinedDocuments.FENCES || joining == JoinedDocuments.PART_FENCES;
    }

    @Override
    public void each(Consumer<List<Document>> some) {
        try (MongoCursor<Document> all = documents.find().batchSize(atOnce).cursor()) {
            List<Document> next = new ArrayList<>();
            while (all.hasNext()) {
                next.add(joining.asKept(all.next()));
                if (next.size() == atOnce || !all.hasNext()) {
                    some.accept(List.copyOf(next));
                    next.clear();
                }
            }
        }
    }

    @Override
    public void check(List<Document> entries) {
        // whatever stands here can be joined with it, so nothing stands in the way
    }

    @Override
    public Outcome add(List<Document> entries, KnownEnds ends) {
        Map<Object, Document> here = here(entries);
        List<Document> absent = new ArrayList<>();
        List<ReplaceOneModel<Document>> newer = new ArrayList<>();
        long same = 0;
        for (Document entry : entries) {
            Object id = Objects.requireNonNull(entry.get("_id"));
            Document before = here.get(id);
            Document there = joining.asKept(entry);
            if (before == null && !ends.isErased(joining.owner(id))) {
                absent.add(there);
            } else if (before != null && joining.asKept(before).equals(there)) {
                same++;
            } else if (before != null && !joining.joined(before, there).equals(before)) {
                newer.add(new ReplaceOneModel<>(Filters.eq("_id", id), joining.joined(before, there)));
            }
        }
        if (!absent.isEmpty()) {
            insert(absent);
        }
        if (!newer.isEmpty()) {
            documents.bulkWrite(newer);
        }
        long added = (long) absent.size() + newer.size();
        return new Outcome(added, same, entries.size() - added - same);
    }

    /** What is here of somebody of whose erasure the file tells. */
    @Override
    public void settle(KnownEnds ends) {
        List<Object> gone = new ArrayList<>();
        for (Document one : documents.find().projection(Projections.include("_id"))) {
            Object id = Objects.requireNonNull(one.get("_id"));
            if (ends.isErased(joining.owner(id))) {
                gone.add(id);
            }
        }
        for (int from = 0; from < gone.size(); from += AT_ONCE) {
            documents.deleteMany(Filters.in("_id", gone.subList(from, Math.min(gone.size(), from + AT_ONCE))));
        }
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
