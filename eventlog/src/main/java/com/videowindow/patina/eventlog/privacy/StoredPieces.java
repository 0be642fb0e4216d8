package com.videowindow.patina.eventlog.privacy;

import com.google.crypto.tink.Aead;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.eventlog.Pieces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.bson.Document;
import org.bson.types.Binary;

/** Reads an archive, of which one piece is in memory. */
final class StoredPieces extends Pieces {
    private final MongoCollection<Document> pieces;
    private final Aead key;
    private final String attempt;

    StoredPieces(MongoCollection<Document> pieces, Aead key, String attempt, int count) {
        super(count);
        this.pieces = pieces;
        this.key = key;
        this.attempt = attempt;
    }

    @Override
    protected byte[] piece(int number) throws IOException {
        String id = StoredArchives.piece(attempt, number);
        try {
            Document found = StoredArchives.available(
                    () -> pieces.find(Filters.eq("_id", id)).first());
            if (found == null) {
                throw new IOException("the archive was removed meanwhile");
            }
            return key.decrypt(found.get("bytes", Binary.class).getData(), id.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | LogUnavailable e) {
            throw new IOException("a piece of the archive cannot be read", e);
        }
    }
}
