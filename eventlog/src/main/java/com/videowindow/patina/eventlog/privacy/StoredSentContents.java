package com.videowindow.patina.eventlog.privacy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.videowindow.patina.domain.Sha256;
import com.videowindow.patina.domain.opendsr.SentContents;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.eventlog.Durable;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** One document for each id with its end; the digest is a secret like the keys of people, since content can be guessed. */
final class StoredSentContents implements SentContents {
    private static final String PREFIX = "sent/";

    private final MongoCollection<Document> ends;
    private final PayloadKeys keys;

    StoredSentContents(PayloadKeys keys) {
        this.ends = Durable.collection(keys.database(), "sent");
        this.keys = keys;
    }

    /** Whether it is a name that a copy of keys leaves out: it would be kept longer there. */
    static boolean areNamed(String name) {
        return name.startsWith(PREFIX);
    }

    private static String name(String request) {
        return PREFIX + request;
    }

    /** The end comes first, so that nothing is kept without one. */
    @Override
    public boolean claim(RequestId request, String content, Instant until) {
        String name = name(request.toString());
        return PayloadKeys.available(() -> {
            insert(new Document("_id", request.toString()).append("until", Date.from(until)));
            byte[] digest = Sha256.of(content.getBytes(StandardCharsets.UTF_8));
            return isOf(keys.secrets().findOrMake(List.of(name), made -> digest).get(name), digest);
        });
    }

    private void insert(Document end) {
        try {
            ends.insertOne(end);
        } catch (MongoWriteException e) {
            if (!Durable.isDuplicate(e)) {
                throw e;
            }
        }
    }

    @Override
    public boolean isSame(RequestId request, String content) {
        String name = name(request.toString());
        return PayloadKeys.available(() -> keys.secrets()
                .live(name)
                .filter(new Binary(Sha256.of(content.getBytes(StandardCharsets.UTF_8)))::equals)
                .isPresent());
    }

    private static boolean isOf(@Nullable Secret kept, byte[] digest) {
        return kept instanceof Secret.Live live && live.bytes().equals(new Binary(digest));
    }

    @Override
    public void settle(Instant now) {
        PayloadKeys.available(() -> {
            List<String> over = ends.find(Filters.lt("until", Date.from(now)))
                    .map(end -> end.getString("_id"))
                    .into(new ArrayList<>());
            if (!over.isEmpty()) {
                List<String> names = over.stream().map(StoredSentContents::name).toList();
                keys.removeNames(names);
                ends.deleteMany(Filters.in("_id", over));
            }
            return true;
        });
    }
}
