package com.videowindow.patina.eventlog.privacy;

import com.google.crypto.tink.Aead;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.videowindow.patina.domain.export.ArchiveSummary;
import com.videowindow.patina.domain.export.Archives.Draft;
import com.videowindow.patina.domain.export.Archives.Overtaken;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.eventlog.PieceOutput;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** One try to make an archive: what it writes is cut into pieces, of which one is in memory. */
final class StoredDraft implements Draft {
    private static final int PIECE_BYTES = 1 << 20;

    private final Try current;
    private final MongoCollection<Document> archives;
    private final MongoCollection<Document> pieces;
    private final Aead key;
    private final char[] password;
    private final PieceOutput out = new PieceOutput(PIECE_BYTES, this::store);
    private int written;
    private boolean finished;

    /** @param attempt its name */
    record Try(ExportId export, String attempt, int number, Duration lease) {}

    StoredDraft(
            Try current,
            MongoCollection<Document> archives,
            MongoCollection<Document> pieces,
            Aead key,
            char[] password) {
        this.current = current;
        this.archives = archives;
        this.pieces = pieces;
        this.key = key;
        this.password = password;
    }

    @Override
    public int attempt() {
        return current.number();
    }

    @Override
    public char[] password() {
        return password;
    }

    @Override
    public OutputStream out() {
        return out;
    }

    private void store(int number, byte[] piece) {
        StoredArchives.available(() -> {
            note(Updates.set("pieces", number + 1));
            String id = StoredArchives.piece(current.attempt(), number);
            pieces.insertOne(new Document("_id", id).append("bytes", new Binary(sealed(id, piece))));
            return true;
        });
        written++;
    }

    private byte[] sealed(String id, byte[] bytes) {
        try {
            return key.encrypt(bytes, id.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** Each note is also a sign of life. */
    private void note(Bson... what) {
        Bson change = Updates.combine(
                Updates.combine(what),
                Updates.set("until", Date.from(Instant.now().plus(current.lease()))));
        if (archives.updateOne(mine(), change).getMatchedCount() == 0) {
            throw new Overtaken();
        }
    }

    private Bson mine() {
        return Filters.and(
                StoredArchives.named(current.export()),
                Filters.eq("attempt", current.attempt()),
                Filters.exists("removed", false));
    }

    @Override
    public void progress(long done, long total) {
        StoredArchives.available(() -> {
            note(Updates.set("done", done), Updates.set("total", total));
            return true;
        });
    }

    @Override
    public void finish(ArchiveSummary summary) {
        out.end();
        StoredArchives.available(() -> {
            note(Updates.set(
                    "archive",
                    new Document("through", summary.through().value())
                            .append("events", summary.events())
                            .append("forgotten", summary.forgotten())
                            .append("bytes", summary.bytes())
                            .append("sha256", summary.sha256())));
            return true;
        });
        finished = true;
    }

    @Override
    public void postpone() {
        StoredArchives.available(() -> archives.updateOne(mine(), Updates.inc("tries", -1)));
    }

    /** Lets another try begin at once, unless there is one. */
    @Override
    public void close() {
        Arrays.fill(password, ' ');
        if (!finished) {
            StoredArchives.available(() -> {
                StoredArchives.remove(pieces, current.attempt(), written + 1);
                archives.updateOne(mine(), Updates.combine(Updates.unset("until"), Updates.set("pieces", 0)));
                return true;
            });
        }
    }
}
