package com.videowindow.patina.eventlog.model;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.videowindow.patina.domain.Sha256;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.model.AlteredModel;
import com.videowindow.patina.domain.model.ModelVersion;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;

/** Reads a model, of which one piece is in memory; gives no byte of a piece, nor of the last of a whole, that is another. */
final class PieceInput extends InputStream {
    private final MongoCollection<Document> pieces;
    private final Manifest manifest;
    private final MessageDigest whole = StoredModels.sha256();
    private byte[] piece = {};
    private int next;
    private int read;

    PieceInput(MongoCollection<Document> pieces, Manifest manifest) {
        this.pieces = pieces;
        this.manifest = manifest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, into.length);
        while (length > 0 && read == piece.length) {
            if (next == manifest.pieces().size()) {
                return -1;
            }
            piece = piece(next);
            read = 0;
            next++;
        }
        int some = Math.min(length, piece.length - read);
        System.arraycopy(piece, read, into, from, some);
        read += some;
        return some;
    }

    private byte[] piece(int number) throws IOException {
        byte[] bytes = stored(number);
        if (!Sha256.hex(bytes).equals(manifest.pieces().get(number))) {
            throw new AlteredModel("a piece of the model's bytes is not the one that was stored");
        }
        whole.update(bytes);
        boolean last = number == manifest.pieces().size() - 1;
        if (last && !ModelVersion.ofDigest(whole.digest()).equals(manifest.version())) {
            throw new AlteredModel("the model's bytes are not those that it is named by");
        }
        return bytes;
    }

    private byte[] stored(int number) throws IOException {
        try {
            Document found = StoredModels.available(
                    () -> pieces.find(Filters.eq("_id", manifest.piece(number))).first());
            if (found == null) {
                throw new AlteredModel("a piece of the model's bytes is gone");
            }
            return found.get("bytes", Binary.class).getData();
        } catch (LogUnavailable e) {
            throw new IOException("a piece of the model cannot be read", e);
        }
    }
}
