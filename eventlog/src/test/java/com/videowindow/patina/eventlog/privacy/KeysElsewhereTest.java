package com.videowindow.patina.eventlog.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.eventlog.MongoSettings;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Use;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys on a server of their own, which has another journal than the log's. */
class KeysElsewhereTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Use SOMEBODY =
            new Use(new SubjectId(UUID.randomUUID()), DataCategory.INTERACTION, Instant.parse("2026-03-01T12:00:00Z"));

    private Path folder;
    private EmbeddedMongo log;
    private EmbeddedMongo elsewhere;

    @BeforeEach
    void start(@TempDir Path home) {
        folder = home;
        log = EmbeddedMongo.start(folder.resolve("log"));
        elsewhere = EmbeddedMongo.start(folder.resolve("keys"));
    }

    @AfterEach
    void stop() {
        log.close();
        elsewhere.close();
    }

    private MongoSettings settings() {
        return new MongoSettings(
                log.uri(), "patina", Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    @Test
    void the_server_of_the_log_never_sees_them() {
        KeySettings settings = new KeySettings(elsewhere.uri(), null, null, null, null, null);
        try (MongoClient client = MongoClients.create(log.uri());
                MongoClient other = MongoClients.create(elsewhere.uri())) {
            try (KeyServer server =
                    new KeyConfiguration().keyServer(client, client.getDatabase("patina"), settings(), settings)) {
                PayloadKeys keys = new PayloadKeys(server.place(), LocalMasterKey.of(folder), PATIENCE);

                assertThat(keys.forWriting(List.of(SOMEBODY)).getFirst()).isPresent();
            }
            assertThat(client.listDatabaseNames().into(new ArrayList<>())).doesNotContain("patina-keys");
            assertThat(other.getDatabase("patina-keys").listCollectionNames()).contains("secrets", "shards");
        }
    }

    @Test
    void each_is_durable_before_anything_rests_under_it() {
        List<BsonDocument> writes = Collections.synchronizedList(new ArrayList<>());
        CommandListener listener = new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (List.of("insert", "update", "findAndModify").contains(event.getCommandName())) {
                    writes.add(event.getCommand().clone());
                }
            }
        };
        MongoClientSettings heard = MongoClientSettings.builder(settings().client(elsewhere.uri()))
                .addCommandListener(listener)
                .build();
        try (MongoClient other = MongoClients.create(heard)) {
            KeyPlace place = new KeyPlace(other.getDatabase("patina-keys"), false);
            new PayloadKeys(place, LocalMasterKey.of(folder), PATIENCE).forWriting(List.of(SOMEBODY));
        }
        assertThat(writes).hasSizeGreaterThan(1).allSatisfy(write -> assertThat(
                        write.getDocument("writeConcern").get("j"))
                .as("%s", write.getFirstKey())
                .isEqualTo(BsonBoolean.TRUE));
    }

    @Test
    void a_server_that_is_away_lets_nobody_be_written_about() {
        try (KeyServer server = KeyServer.apart(settings(), elsewhere.uri(), "patina-keys")) {
            PayloadKeys keys = new PayloadKeys(server.place(), LocalMasterKey.of(folder), PATIENCE);
            elsewhere.close();

            assertThatThrownBy(() -> keys.forWriting(List.of(SOMEBODY))).isInstanceOf(LogUnavailable.class);
        }
    }
}
