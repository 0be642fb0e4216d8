package com.videowindow.patina.eventlog.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.opendsr.SentContents;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same request again is told from another one, for a time, and nothing is left then. */
class TellingWhatWasSentTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final String ABOUT_ANNA = "erasure of anna";
    private static final String ABOUT_BEN = "erasure of ben";

    private final RequestId request = new RequestId(UUID.randomUUID());
    private EmbeddedMongo mongo;
    private MongoClient client;
    private MongoDatabase database;
    private PayloadKeys keys;
    private SentContents contents;

    @BeforeEach
    void open(@TempDir Path folder) {
        mongo = EmbeddedMongo.start(folder);
        client = MongoClients.create(mongo.uri());
        database = client.getDatabase("patina-keys");
        keys = new PayloadKeys(database, LocalMasterKey.of(folder), Duration.ofSeconds(5));
        contents = new StoredSentContents(keys);
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    @Test
    void whoever_comes_first_has_the_id() {
        assertThat(contents.isSame(request, ABOUT_ANNA)).isFalse();
        assertThat(contents.claim(request, ABOUT_ANNA, NOON)).isTrue();
        assertThat(contents.claim(request, ABOUT_ANNA, NOON.plusSeconds(1))).isTrue();
        assertThat(contents.claim(request, ABOUT_BEN, NOON)).isFalse();
        assertThat(contents.isSame(request, ABOUT_ANNA)).isTrue();
        assertThat(contents.isSame(request, ABOUT_BEN)).isFalse();
        assertThat(contents.claim(new RequestId(UUID.randomUUID()), ABOUT_BEN, NOON))
                .isTrue();
    }

    @Test
    void at_its_end_it_goes_with_its_secret() {
        contents.claim(request, ABOUT_ANNA, NOON);
        RequestId later = new RequestId(UUID.randomUUID());
        contents.claim(later, ABOUT_BEN, NOON.plusSeconds(60));

        contents.settle(NOON.plusSeconds(1));
        assertThat(contents.isSame(request, ABOUT_ANNA)).isFalse();
        assertThat(contents.isSame(later, ABOUT_BEN)).isTrue();
        assertThat(database.getCollection("sent").countDocuments()).isEqualTo(1);
        assertThat(names()).singleElement().asString().contains(later.toString());
    }

    private List<String> names() {
        return database.getCollection("secrets")
                .find()
                .map(secret -> secret.getString("_id"))
                .into(new ArrayList<>());
    }

    @Test
    void no_copy_of_keys_has_it() {
        contents.claim(request, ABOUT_ANNA, NOON);
        keys.secrets().findOrMake(List.of("person/ben"), name -> new byte[] {1});
        List<Document> copied = new ArrayList<>();
        new KeptSecrets(keys).each(copied::addAll);
        assertThat(copied).extracting(each -> each.getString("name")).containsExactly("person/ben");
    }
}
