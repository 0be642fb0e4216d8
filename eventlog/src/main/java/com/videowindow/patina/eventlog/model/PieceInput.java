package com.videowindow.patina.eventlog.model;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.videowindow.patina.domain.Sha256;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.model.AlteredModel;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.eventlog.Pieces;
import java.io.IOException;
import java.security.MessageDigest;
import org.bson.Document;
import org.bson.types.Binary;

/** Reads a model, of which one piece is in memory; gives no byte of a piece, nor of the last of a whole, that is another. */
final class PieceInput extends Pieces {
    private final MongoCollection<Document> pieces;
    private final Manifest manifest;
    private final MessageDigest whole = Sha256.digest();

    PieceInput(MongoCollection<Document> pieces, Manifest manifest) {
        super(manifest.pieces().size());
        this.pieces = pieces;
        this.manifest = manifest;
    }

    @Override
    protected byte[] piece(int number) throws IOException {
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
