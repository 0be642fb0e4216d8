package com.videowindow.patina.eventlog.privacy;

import com.google.crypto.tink.Aead;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.videowindow.patina.domain.audit.LogUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.bson.Document;
import org.bson.types.Binary;

/** Reads an archive, of which one piece is in memory. */
final class StoredPieces extends InputStream {
    private final MongoCollection<Document> pieces;
    private final Aead key;
    private final String attempt;
    private final int count;
    private byte[] piece = {};
    private int next;
    private int read;

    StoredPieces(MongoCollection<Document> pieces, Aead key, String attempt, int count) {
        this.pieces = pieces;
        this.key = key;
        this.attempt = attempt;
        this.count = count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (read == piece.length) {
            if (next == count) {
                return -1;
            }
            piece = piece(StoredArchives.piece(attempt, next));
            read = 0;
            next++;
        }
        int some = Math.min(length, piece.length - read);
        System.arraycopy(piece, read, into, from, some);
        read += some;
        return some;
    }

    private byte[] piece(String id) throws IOException {
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
