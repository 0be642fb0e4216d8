package com.videowindow.patina.eventlog.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.export.ArchiveSummary;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.embedded.EmbeddedMongo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingArchivesTest {
    private static final SubjectId ANNA = SubjectId.of("00000000-0000-4000-8000-00000000000a");
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ArchiveSummary SUMMARY = new ArchiveSummary(LogPosition.START, 0, 0, 0, "00");

    private final ExportId export = new ExportId(UUID.randomUUID());
    private EmbeddedMongo mongo;
    private MongoClient client;
    private PayloadKeys keys;
    private Archives archives;

    @BeforeEach
    void open(@TempDir Path folder) {
        mongo = EmbeddedMongo.start(folder);
        client = MongoClients.create(mongo.uri());
        keys = new PayloadKeys(client.getDatabase("patina-keys"), LocalMasterKey.of(folder), Duration.ofSeconds(5));
        archives = new StoredArchives(client.getDatabase("patina"), keys);
        archives.begin(export, ANNA, "secret".toCharArray(), NOON);
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    private static byte[] said(int bytes) {
        byte[] said = new byte[bytes];
        new Random(7).nextBytes(said);
        return said;
    }

    private void make(byte[] said) throws IOException {
        try (Archives.Draft draft = archives.claim(export, NOON, MINUTE).orElseThrow()) {
            assertThat(draft.password()).containsExactly("secret".toCharArray());
            draft.out().write(said);
            draft.finish(SUMMARY);
        }
    }

    private List<String> secretsInBackup() {
        List<String> names = new ArrayList<>();
        new KeptSecrets(keys).each(some -> some.forEach(entry -> names.add(entry.getString("name"))));
        return names;
    }

    @Test
    void whoever_begins_it_again_is_told_what_opens_it_until_it_is_made() throws IOException {
        assertThat(archives.begin(export, ANNA, "another".toCharArray(), NOON))
                .hasValueSatisfying(first -> assertThat(first).containsExactly("secret".toCharArray()));
        make(said(10));
        archives.forgetPassword(export);
        assertThat(archives.begin(export, ANNA, "another".toCharArray(), NOON)).isEmpty();
        assertThat(new ArchiveSecrets(keys).passwordOf(export)).isEmpty();
    }

    @Test
    void what_was_written_is_read_again_whatever_its_size() throws Exception {
        byte[] said = said(2_500_001);
        make(said);

        try (InputStream archive = archives.open(export).orElseThrow()) {
            assertThat(archive.readAllBytes()).isEqualTo(said);
        }
        assertThat(archives.claim(export, NOON.plus(Duration.ofDays(1)), MINUTE))
                .isEmpty();
    }

    @Test
    void pieces_rest_encrypted_and_stay_in_their_places() throws Exception {
        byte[] said = "whatever is said about her ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        make(said);
        var pieces = client.getDatabase("patina").getCollection("archive-pieces");
        List<Document> stored = pieces.find().into(new ArrayList<>());

        assertThat(stored).hasSize(3).allSatisfy(piece -> assertThat(
                        new String(piece.get("bytes", Binary.class).getData(), StandardCharsets.ISO_8859_1))
                .doesNotContain("whatever"));
        pieces.replaceOne(
                new Document("_id", stored.get(0).get("_id")),
                new Document("bytes", stored.get(1).get("bytes")));
        assertThatThrownBy(() -> archives.open(export).orElseThrow().readAllBytes())
                .isInstanceOf(IOException.class);
    }

    @Test
    void nobody_makes_it_beside_another_and_who_takes_over_removes_what_was_begun() throws Exception {
        Archives.Draft first = archives.claim(export, NOON, MINUTE).orElseThrow();
        first.out().write(said(1 << 20));
        assertThat(archives.claim(export, NOON.plusSeconds(30), MINUTE)).isEmpty();
        Instant later = Instant.now().plus(Duration.ofHours(1)); // writing was a sign of life
        Archives.Draft second = archives.claim(export, later, MINUTE).orElseThrow();

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(client.getDatabase("patina").getCollection("archive-pieces").countDocuments())
                .isZero();
        assertThatThrownBy(() -> first.out().write(said(1 << 20))).isInstanceOf(Archives.Overtaken.class);
        assertThatThrownBy(() -> first.finish(SUMMARY)).isInstanceOf(Archives.Overtaken.class);
        second.postpone();
        second.close();
        assertThat(archives.claim(export, NOON, MINUTE).orElseThrow().attempt()).isEqualTo(2);
    }

    @Test
    void its_secrets_end_with_their_use_and_are_in_no_backup() throws Exception {
        assertThat(secretsInBackup()).isEmpty();
        make(said(10));
        archives.forgetPassword(export);
        archives.forgetPassword(export);
        assertThat(new ArchiveSecrets(keys).passwordOf(export)).isEmpty();
        assertThat(archives.open(export)).isPresent();

        archives.remove(List.of(export));
        archives.remove(List.of(export));
        assertThat(new ArchiveSecrets(keys).keyOf(export)).isEmpty();
        assertThat(archives.open(export)).isEmpty();
        assertThat(archives.all()).isEmpty();
        assertThat(client.getDatabase("patina").getCollection("archive-pieces").countDocuments())
                .isZero();
    }

    @Test
    void secrets_of_one_that_was_lost_before_it_had_a_document_end_as_well() {
        ExportId lost = new ExportId(UUID.randomUUID());
        ArchiveSecrets secrets = new ArchiveSecrets(keys);
        secrets.make(lost, "never told".toCharArray());

        archives.remove(List.of(lost));

        assertThat(secrets.passwordOf(lost)).isEmpty();
        assertThat(secrets.keyOf(lost)).isEmpty();
    }
}
