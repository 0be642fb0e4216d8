package com.videowindow.patina.eventlog.privacy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.PartFences;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.part.Places;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.eventlog.Durable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * One document per erasure of a part, beside the keys: up to which generation the person's keys go, how far it is, and at
 * which places stood what went, so that a log from before, which knows nothing of it, meets it. A part
 * of what rests under one key cannot be made unreadable alone; so new facts get another key first, then what stays is sealed
 * again beside the keys (see {@link KeptFacts}), and then the key goes. The log is not touched. It costs a walk through
 * the log, and for each fact that shares a month and kind with one that goes, a fact sealed again.
 */
public final class StoredPartFences implements PartFences {
    private final MongoCollection<Document> fences;
    private final FormerKeys keys;

    public StoredPartFences(PayloadKeys keys, SealedFacts facts) {
        this.fences = of(keys.database());
        this.keys = new FormerKeys(keys, facts);
    }

    static MongoCollection<Document> of(MongoDatabase keys) {
        return Durable.collection(keys, "partFences");
    }

    @Override
    public void open(SubjectId subject, ErasureId erasure, Set<DataCategory> kinds) {
        PayloadKeys.available(() -> {
            if (find(erasure) == null) {
                insert(new Document("_id", erasure.toString())
                        .append("subject", subject.toString())
                        .append("former", stored(keys.newest(subject, kinds))));
            }
            keys.turn(subject, former(standing(erasure)));
            return true;
        });
    }

    @Override
    public Fence raise(
            SubjectId subject, ErasureId erasure, Regulation regulation, Set<LogPosition> gone, LogPosition through) {
        return PayloadKeys.available(() -> {
            Document standing = standing(erasure);
            Map<DataCategory, Integer> former = former(standing);
            if (!standing.containsKey("fingerprint")) {
                keys.keep(subject, former, gone, through);
                // Only where another node has not done so, which may have destroyed them since.
                fences.updateOne(
                        Filters.and(named(erasure), Filters.exists("fingerprint", false)),
                        Updates.combine(
                                Updates.set("through", through.value()),
                                Updates.set("regulation", regulation.name()),
                                Updates.set("places", Places.of(gone).packed()),
                                Updates.set("fingerprint", keys.fingerprint(subject, former))));
                standing = standing(erasure);
            }
            keys.destroy(subject, former);
            return new Fence(new LogPosition(standing.getLong("through")), standing.getString("fingerprint"));
        });
    }

    @Override
    public List<Raised> all() {
        return PayloadKeys.available(() -> fences.find(Filters.exists("fingerprint"))
                .projection(Projections.exclude("places"))
                .map(stored -> new Raised(
                        SubjectId.of(stored.getString("subject")),
                        ErasureId.of(stored.getString("_id")),
                        Regulation.valueOf(stored.get("regulation", Regulation.GDPR.name()))))
                .into(new ArrayList<>()));
    }

    @Override
    public Optional<Set<LogPosition>> gone(ErasureId erasure) {
        return PayloadKeys.available(() -> Optional.ofNullable(find(erasure))
                .filter(fence -> fence.containsKey("fingerprint"))
                .map(fence -> new Places(fence.get("places", "")).positions()));
    }

    /** Which generations are gone, of whom, one for each erasure of a part. */
    static void eachRaised(MongoDatabase keys, BiConsumer<SubjectId, Map<DataCategory, Integer>> visit) {
        of(keys).find(Filters.exists("fingerprint"))
                .projection(Projections.exclude("places"))
                .forEach(stored -> visit.accept(SubjectId.of(stored.getString("subject")), former(stored)));
    }

    private @Nullable Document find(ErasureId erasure) {
        return fences.find(named(erasure)).first();
    }

    private Document standing(ErasureId erasure) {
        return Objects.requireNonNull(find(erasure), "the fence of this erasure was not opened");
    }

    private static Bson named(ErasureId erasure) {
        return Filters.eq("_id", erasure.toString());
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

    private static Document stored(Map<DataCategory, Integer> generations) {
        Document stored = new Document();
        generations.forEach((category, generation) -> stored.append(String.valueOf(category.number()), generation));
        return stored;
    }

    private static Map<DataCategory, Integer> former(Document fence) {
        Map<DataCategory, Integer> former = new EnumMap<>(DataCategory.class);
        fence.get("former", Document.class)
                .forEach((category, generation) ->
                        former.put(DataCategory.of(Integer.parseInt(category)), (Integer) generation));
        return former;
    }
}
