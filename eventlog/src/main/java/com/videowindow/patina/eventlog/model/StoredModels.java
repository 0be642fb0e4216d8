package com.videowindow.patina.eventlog.model;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.videowindow.patina.domain.Sha256;
import com.videowindow.patina.domain.model.ModelStore;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.eventlog.Durable;
import com.videowindow.patina.eventlog.LogAccess;
import com.videowindow.patina.eventlog.PieceOutput;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A document for each model, which names the hashes of its pieces, and the pieces beside it. What a model is called follows
 * from all of its bytes, so they are written out twice: first for the name, then to be stored under it; the document comes
 * last, and what is there has all of its pieces.
 */
public final class StoredModels implements ModelStore {
    /** A document holds 16 MB at most, and a piece is in memory while it is read. */
    static final int PIECE = 4 << 20;

    private final MongoCollection<Document> models;
    private final MongoCollection<Document> pieces;
    private final int size;

    public StoredModels(MongoDatabase database) {
        this(database, PIECE);
    }

    StoredModels(MongoDatabase database, int size) {
        this.models = Durable.collection(database, "models");
        this.pieces = Durable.collection(database, "model-pieces");
        this.size = size;
    }

    @Override
    public Stored put(Content content) throws IOException {
        Manifest manifest = manifest(content);
        Stored stored = new Stored(manifest.version(), manifest.bytes());
        if (find(manifest.version()) != null) {
            return stored;
        }
        PieceOutput out = new PieceOutput(size, (number, bytes) -> store(manifest.piece(number), bytes));
        content.write(out);
        out.end();
        available(() -> models.replaceOne(
                Filters.eq("_id", manifest.version().value()), manifest.document(), new ReplaceOptions().upsert(true)));
        return stored;
    }

    private Manifest manifest(Content content) throws IOException {
        MessageDigest whole = Sha256.digest();
        List<String> hashes = new ArrayList<>();
        long[] length = new long[1];
        PieceOutput out = new PieceOutput(size, (number, bytes) -> {
            whole.update(bytes);
            hashes.add(Sha256.hex(bytes));
            length[0] += bytes.length;
        });
        content.write(out);
        out.end();
        return new Manifest(ModelVersion.ofDigest(whole.digest()), length[0], List.copyOf(hashes));
    }

    private void store(String id, byte[] bytes) {
        Document piece = new Document("_id", id).append("bytes", new Binary(bytes));
        available(() -> pieces.replaceOne(Filters.eq("_id", id), piece, new ReplaceOptions().upsert(true)));
    }

    @Override
    public Optional<InputStream> open(ModelVersion version) {
        return Optional.ofNullable(find(version)).map(manifest -> new PieceInput(pieces, manifest));
    }

    private @Nullable Manifest find(ModelVersion version) {
        Document stored =
                available(() -> models.find(Filters.eq("_id", version.value())).first());
        return stored == null ? null : Manifest.of(stored);
    }

    /** Also of what was broken off before its document was there, of which there are pieces only. */
    @Override
    public Set<ModelVersion> all() {
        return available(() -> {
            Set<ModelVersion> all = new HashSet<>();
            models.find().projection(Projections.include("_id")).forEach(model -> all.add(named(model)));
            pieces.find().projection(Projections.include("_id")).forEach(piece -> all.add(named(piece)));
            return all;
        });
    }

    private static ModelVersion named(Document stored) {
        String id = stored.getString("_id");
        int end = id.indexOf('/');
        return new ModelVersion(end < 0 ? id : id.substring(0, end));
    }

    /** The document goes first, so that nobody finds a model of which pieces are gone. */
    @Override
    public void delete(ModelVersion version) {
        available(() -> {
            Manifest manifest = find(version);
            models.deleteOne(Filters.eq("_id", version.value()));
            return pieces.deleteMany(Filters.in("_id", manifest == null ? left(version) : manifest.ids()));
        });
    }

    /** Of one that was broken off, which only its pieces tell of. */
    private List<String> left(ModelVersion version) {
        List<String> ids = new ArrayList<>();
        pieces.find()
                .projection(Projections.include("_id"))
                .map(piece -> piece.getString("_id"))
                .forEach(id -> {
                    if (id.startsWith(version.value() + '/')) {
                        ids.add(id);
                    }
                });
        return ids;
    }

    static <T> T available(Supplier<T> access) {
        return LogAccess.available("the store of models is not available", access);
    }
}
