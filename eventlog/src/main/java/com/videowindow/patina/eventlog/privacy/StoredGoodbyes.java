package com.videowindow.patina.eventlog.privacy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Goodbyes;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.eventlog.Durable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** One document for each that is open, without the name, which is a secret like the keys of people. */
final class StoredGoodbyes implements Goodbyes {
    private static final String PREFIX = "goodbye/";

    private final MongoCollection<Document> open;
    private final PayloadKeys keys;

    StoredGoodbyes(PayloadKeys keys) {
        this.open = Durable.collection(keys.database(), "goodbyes");
        this.keys = keys;
    }

    /** Whether it is a name that a copy of keys leaves out: who restores one has nobody to tell. */
    static boolean areNamed(String name) {
        return name.startsWith(PREFIX);
    }

    private static String name(ErasureId erasure) {
        return PREFIX + erasure;
    }

    @Override
    public void remember(ErasureId erasure, SubjectId subject, PlatformUserId user, Instant now) {
        PayloadKeys.available(() -> {
            byte[] said = user.value().getBytes(StandardCharsets.UTF_8);
            keys.secrets().findOrMake(List.of(name(erasure)), name -> said);
            return open.replaceOne(
                    Filters.eq("_id", erasure.toString()),
                    new Document("_id", erasure.toString())
                            .append("subject", subject.toString())
                            .append("since", Date.from(now)),
                    new ReplaceOptions().upsert(true));
        });
    }

    @Override
    public List<Open> open() {
        return PayloadKeys.available(() -> open.find()
                .map(stored -> new Open(
                        ErasureId.of(stored.getString("_id")),
                        SubjectId.of(stored.getString("subject")),
                        stored.getDate("since").toInstant()))
                .into(new ArrayList<>()));
    }

    @Override
    public Optional<PlatformUserId> userOf(ErasureId erasure) {
        return PayloadKeys.available(() -> keys.secrets()
                .live(name(erasure))
                .map(user -> new PlatformUserId(new String(user.getData(), StandardCharsets.UTF_8))));
    }

    @Override
    public void end(ErasureId erasure) {
        PayloadKeys.available(() -> {
            keys.removeNames(List.of(name(erasure)));
            return open.deleteOne(Filters.eq("_id", erasure.toString()));
        });
    }
}
