package com.videowindow.patina.eventlog.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.videowindow.patina.domain.Sha256;
import com.videowindow.patina.domain.model.AlteredModel;
import com.videowindow.patina.domain.model.ModelStore.Stored;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.embedded.EmbeddedMongo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingModelsTest {
    private static final int PIECE = 1_000;

    private static EmbeddedMongo mongo;
    private static MongoClient client;

    private StoredModels models;

    @BeforeAll
    static void open(@TempDir Path folder) {
        mongo = EmbeddedMongo.start(folder);
        client = MongoClients.create(mongo.uri());
    }

    @AfterAll
    static void close() {
        client.close();
        mongo.close();
    }

    @BeforeEach
    void nothing_is_kept() {
        client.getDatabase("patina").drop();
        models = new StoredModels(client.getDatabase("patina"), PIECE);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private Stored put(byte[] bytes) throws IOException {
        return models.put(out -> out.write(bytes));
    }

    private byte[] read(ModelVersion version) throws IOException {
        try (InputStream in = models.open(version).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private static MongoCollection<Document> pieces() {
        return client.getDatabase("patina").getCollection("model-pieces");
    }

    @Test
    void what_was_stored_is_read_whatever_its_size() throws IOException {
        for (int size : List.of(1, 999, 1_000, 1_001, 5_500)) {
            byte[] bytes = bytes(size);
            Stored stored = put(bytes);

            assertThat(stored.bytes()).isEqualTo(size);
            assertThat(stored.version().value()).isEqualTo(Sha256.hex(bytes));
            assertThat(read(stored.version())).isEqualTo(bytes);
        }
    }

    @Test
    void a_large_one_is_kept_in_pieces_of_a_few_megabytes() throws IOException {
        models = new StoredModels(client.getDatabase("patina"));
        byte[] bytes = bytes(9 << 20);

        assertThat(read(put(bytes).version())).isEqualTo(bytes);
        assertThat(pieces().countDocuments()).isEqualTo(3);
    }

    @Test
    void storing_it_again_changes_nothing() throws IOException {
        ModelVersion version = put(bytes(2_500)).version();

        assertThat(put(bytes(2_500)).version()).isEqualTo(version);
        assertThat(pieces().countDocuments()).isEqualTo(3);
        assertThat(models.all()).containsExactly(version);
    }

    @Test
    void a_flipped_bit_in_a_piece_is_refused_before_any_byte_of_it_is_given() throws IOException {
        ModelVersion version = put(bytes(2_500)).version();
        Document piece = Objects.requireNonNull(
                pieces().find(Filters.eq("_id", version + "/1")).first());
        byte[] second = piece.get("bytes", Binary.class).getData();
        second[17] ^= 4;
        pieces().updateOne(Filters.eq("_id", version + "/1"), Updates.set("bytes", new Binary(second)));

        try (InputStream in = models.open(version).orElseThrow()) {
            assertThat(in.readNBytes(PIECE)).hasSize(PIECE);
            assertThatThrownBy(in::read).isInstanceOf(AlteredModel.class);
        }
    }

    @Test
    void pieces_that_were_altered_together_with_what_names_them_are_refused_by_the_name_of_the_whole()
            throws IOException {
        ModelVersion version = put(bytes(2_500)).version();
        byte[] other = bytes(400);
        pieces().updateOne(Filters.eq("_id", version + "/2"), Updates.set("bytes", new Binary(other)));
        client.getDatabase("patina")
                .getCollection("models")
                .updateOne(Filters.eq("_id", version.value()), Updates.set("pieces.2", Sha256.hex(other)));

        assertThatThrownBy(() -> read(version)).isInstanceOf(AlteredModel.class);
    }

    @Test
    void a_piece_that_is_gone_is_told() throws IOException {
        ModelVersion version = put(bytes(2_500)).version();
        pieces().deleteOne(Filters.eq("_id", version + "/0"));

        assertThatThrownBy(() -> read(version)).isInstanceOf(AlteredModel.class);
    }

    @Test
    void nothing_is_left_of_what_was_deleted_and_all_of_the_others() throws IOException {
        ModelVersion gone = put(bytes(2_500)).version();
        ModelVersion stays = put(bytes(1_500)).version();

        models.delete(gone);
        models.delete(gone);

        assertThat(models.open(gone)).isEmpty();
        assertThat(models.all()).containsExactly(stays);
        assertThat(read(stays)).isEqualTo(bytes(1_500));
    }

    @Test
    void what_was_broken_off_before_it_was_whole_can_be_deleted() {
        ModelVersion broken = new ModelVersion(Sha256.hex(bytes(3)));
        pieces().insertOne(new Document("_id", broken + "/0").append("bytes", new Binary(bytes(3))));

        assertThat(models.open(broken)).isEmpty();
        assertThat(models.all()).containsExactly(broken);
        models.delete(broken);
        assertThat(models.all()).isEmpty();
    }
}
