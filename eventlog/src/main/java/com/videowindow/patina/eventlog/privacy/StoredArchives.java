package com.videowindow.patina.eventlog.privacy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.export.ArchiveSummary;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.eventlog.Durable;
import com.videowindow.patina.eventlog.LogAccess;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * A document for each archive, and its pieces beside it. Whoever makes it names its try; each piece is noted in the document
 * before it is written, under that name, so that two never write one archive and nothing stays that nobody knows of.
 */
final class StoredArchives implements Archives {
    private final MongoCollection<Document> archives;
    private final MongoCollection<Document> pieces;
    private final ArchiveSecrets secrets;

    StoredArchives(MongoDatabase database, PayloadKeys keys) {
        archives = Durable.collection(database, "archives");
        pieces = Durable.collection(database, "archive-pieces");
        secrets = new ArchiveSecrets(keys);
    }

    static String piece(String attempt, int number) {
        return attempt + '/' + number;
    }

    @Override
    public Optional<char[]> begin(ExportId export, SubjectId subject, char[] password, Instant at) {
        return available(() -> {
            secrets.make(export, password);
            try {
                archives.insertOne(new Document("_id", export.toString())
                        .append("subject", subject.toString())
                        .append("at", Date.from(at))
                        .append("tries", 0)
                        .append("pieces", 0)
                        .append("done", 0L)
                        .append("total", 0L));
            } catch (MongoWriteException e) {
                if (!Durable.isDuplicate(e)) {
                    throw e;
                }
            }
            return passwordOf(export);
        });
    }

    /** Looked for after it was found or made: where the archive is finished by then, the true one may have ended before. */
    private Optional<char[]> passwordOf(ExportId export) {
        Document now = find(export);
        if (now != null && !now.containsKey("archive")) {
            return secrets.passwordOf(export);
        }
        secrets.forgetPassword(export);
        return Optional.empty();
    }

    @Override
    public Optional<Draft> claim(ExportId export, Instant now, Duration lease) {
        return available(() -> {
            Bson free = Filters.and(
                    named(export),
                    Filters.exists("archive", false),
                    Filters.exists("removed", false),
                    Filters.or(Filters.exists("until", false), Filters.lt("until", Date.from(now))));
            String attempt = new ObjectId().toHexString();
            Document former = archives.findOneAndUpdate(
                    free,
                    Updates.combine(
                            Updates.set("attempt", attempt),
                            Updates.set("until", Date.from(now.plus(lease))),
                            Updates.set("pieces", 0),
                            Updates.inc("tries", 1)),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.BEFORE));
            if (former == null) {
                return Optional.empty();
            }
            removePieces(former);
            return secrets.keyOf(export).flatMap(key -> secrets.passwordOf(export)
                    .map(password -> new StoredDraft(
                            new StoredDraft.Try(export, attempt, former.getInteger("tries") + 1, lease),
                            archives,
                            pieces,
                            key,
                            password)));
        });
    }

    static Bson named(ExportId export) {
        return Filters.eq("_id", export.toString());
    }

    private void removePieces(Document archive) {
        String attempt = archive.getString("attempt");
        if (attempt != null) {
            remove(pieces, attempt, archive.getInteger("pieces"));
        }
    }

    static void remove(MongoCollection<Document> pieces, String attempt, int count) {
        List<String> ids = IntStream.range(0, count)
                .mapToObj(number -> piece(attempt, number))
                .toList();
        pieces.deleteMany(Filters.in("_id", ids));
    }

    @Override
    public Optional<Standing> standing(ExportId export) {
        return available(() -> Optional.ofNullable(find(export)).map(StoredArchives::standing));
    }

    @Override
    public List<Standing> all() {
        return available(() -> archives.find().map(StoredArchives::standing).into(new ArrayList<>()));
    }

    private @Nullable Document find(ExportId export) {
        return archives.find(named(export)).first();
    }

    private static Standing standing(Document stored) {
        Document archive = stored.get("archive", Document.class);
        return new Standing(
                ExportId.of(stored.getString("_id")),
                SubjectId.of(stored.getString("subject")),
                stored.getDate("at").toInstant(),
                stored.getLong("done"),
                stored.getLong("total"),
                archive == null ? null : summary(archive));
    }

    private static ArchiveSummary summary(Document stored) {
        return new ArchiveSummary(
                new LogPosition(stored.getLong("through")),
                stored.getLong("events"),
                stored.getLong("forgotten"),
                stored.getLong("bytes"),
                stored.getString("sha256"));
    }

    @Override
    public void forgetPassword(ExportId export) {
        available(() -> {
            Document known = find(export);
            if (known != null && !known.containsKey("sealed")) {
                secrets.forgetPassword(export);
                archives.updateOne(named(export), Updates.set("sealed", true));
            }
            return true;
        });
    }

    @Override
    public Optional<InputStream> open(ExportId export) {
        return available(() -> {
            Document known = find(export);
            if (known == null || !known.containsKey("archive")) {
                return Optional.empty();
            }
            String attempt = known.getString("attempt");
            int count = known.getInteger("pieces");
            return secrets.keyOf(export).map(key -> new StoredPieces(pieces, key, attempt, count));
        });
    }

    /**
     * The document goes last: it names the pieces, and stands for what is still to be done. Where there is none, a node may have
     * died between the secrets and it.
     */
    @Override
    public void remove(Collection<ExportId> exports) {
        available(() -> {
            List<String> ids = exports.stream().map(ExportId::toString).toList();
            List<Document> known = archives.find(Filters.in("_id", ids)).into(new ArrayList<>());
            if (!known.isEmpty()) {
                // whoever still makes it is overtaken, and writes nothing more
                archives.updateMany(Filters.in("_id", ids), Updates.set("removed", true));
                known = archives.find(Filters.in("_id", ids)).into(new ArrayList<>());
                known.forEach(this::removePieces);
                secrets.endAll(exports);
                archives.deleteMany(Filters.in("_id", ids));
            } else if (exports.stream().anyMatch(secrets::stand)) {
                secrets.endAll(exports);
            }
            return true;
        });
    }

    static <T> T available(Supplier<T> access) {
        return LogAccess.available("the archives of exports are not available", access);
    }
}
