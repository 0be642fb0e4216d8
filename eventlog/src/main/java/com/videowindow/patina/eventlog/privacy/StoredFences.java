package com.videowindow.patina.eventlog.privacy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.eventlog.Durable;
import com.videowindow.patina.eventlog.privacy.Person.Left;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One document per erased person, beside the keys: the fence, and for a time the keyed names under which they were known,
 * so that what is left of those in the store's files can be made useless, and old messages of theirs told from new ones.
 */
public final class StoredFences implements Fences {
    private final MongoCollection<Document> fences;
    /** Keyed names of who left, and until when their old messages are refused: apart from the fences, so that nothing leads from one to the other. */
    private final MongoCollection<Document> left;

    private final PayloadKeys keys;
    private final StoredSubjects people;
    private final Runnable opened;

    /** @param opened empties what this node keeps of the log in memory, opened */
    public StoredFences(PayloadKeys keys, StoredSubjects people, Runnable opened) {
        this.fences = of(keys.database());
        this.left = left(keys.database());
        this.keys = keys;
        this.people = people;
        this.opened = opened;
    }

    static MongoCollection<Document> of(MongoDatabase keys) {
        return Durable.collection(keys, "fences");
    }

    static MongoCollection<Document> left(MongoDatabase keys) {
        return Durable.collection(keys, "left");
    }

    @Override
    public Raised raise(SubjectId subject, ErasureId erasure, Regulation regulation, LogPosition through, Instant at) {
        return PayloadKeys.available(() -> {
            Document standing = find(subject);
            if (standing == null) {
                insert(new Document("_id", subject.toString())
                        .append("erasure", erasure.toString())
                        .append("regulation", regulation.name())
                        .append("at", Date.from(at))
                        .append("through", through.value())
                        .append("fingerprint", keys.fingerprint(subject).orElse("")));
                standing = Objects.requireNonNull(find(subject));
            }
            keys.destroy(subject, at);
            return raised(standing);
        });
    }

    private @Nullable Document find(SubjectId subject) {
        return fences.find(Filters.eq("_id", subject.toString())).first();
    }

    private void insert(Document fence) {
        try {
            fences.insertOne(fence);
        } catch (MongoWriteException e) {
            if (!Durable.isDuplicate(e)) {
                throw e;
            }
        }
    }

    private static Raised raised(Document stored) {
        return new Raised(
                SubjectId.of(stored.getString("_id")),
                ErasureId.of(stored.getString("erasure")),
                Regulation.valueOf(stored.get("regulation", Regulation.GDPR.name())),
                new Fence(new LogPosition(stored.getLong("through")), stored.getString("fingerprint")),
                stored.getDate("at").toInstant());
    }

    @Override
    public List<Raised> all() {
        return PayloadKeys.available(
                () -> fences.find().map(StoredFences::raised).into(new ArrayList<>()));
    }

    @Override
    public void leave(SubjectId subject, Instant at, Instant until) {
        PayloadKeys.available(() -> {
            Set<String> names = new TreeSet<>(people.namesOf(subject));
            names.addAll(names(find(subject)));
            fences.updateOne(
                    Filters.eq("_id", subject.toString()), Updates.set("names", List.copyOf(names))); // until scrubbed
            for (String name : names) {
                left.updateOne(
                        Filters.eq("_id", name),
                        Updates.max("until", Date.from(until)),
                        new UpdateOptions().upsert(true));
                people.leave(name, subject, new Left(at, until));
            }
            people.forget(subject);
            return true;
        });
    }

    private static Collection<String> names(@Nullable Document fence) {
        return fence == null || !fence.containsKey("names") ? List.of() : fence.getList("names", String.class);
    }

    @Override
    public boolean scrub(List<SubjectId> subjects) {
        return PayloadKeys.available(() -> {
            Set<String> names = new TreeSet<>();
            Set<String> waysBack = new TreeSet<>();
            for (SubjectId subject : subjects) {
                names.add(PayloadKeys.name(subject));
                Document fence = find(subject);
                if (fence != null) { // else only a part of what is known about them went
                    names.addAll(names(fence));
                    waysBack.add(StoredSubjects.wayBack(subject));
                    keys.kept().remove(subject);
                    keys.apart().remove(subject);
                }
            }
            keys.secrets().remove(waysBack);
            names.addAll(waysBack);
            boolean renewed = keys.scrubNames(names);
            List<String> ids = subjects.stream().map(SubjectId::toString).toList();
            fences.updateMany(Filters.in("_id", ids), Updates.unset("names"));
            return renewed;
        });
    }

    @Override
    public void settle(Instant now) {
        PayloadKeys.available(() -> {
            for (Document over : left.find(Filters.lt("until", Date.from(now)))) {
                people.settle(over.getString("_id"), now);
                left.deleteOne(Filters.and(Filters.eq("_id", over.get("_id")), Filters.lt("until", Date.from(now))));
            }
            return true;
        });
    }

    @Override
    public void evict(SubjectId subject) {
        keys.forget(subject);
        people.forget(subject);
        opened.run();
    }
}
