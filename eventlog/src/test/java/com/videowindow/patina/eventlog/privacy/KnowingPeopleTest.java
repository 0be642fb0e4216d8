package com.videowindow.patina.eventlog.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.embedded.EmbeddedMongo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowingPeopleTest {
    private static final PlatformUserId ANNA = new PlatformUserId("anna@example.org");

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private Path home;
    private EmbeddedMongo mongo;
    private MongoClient client;

    @BeforeEach
    void open(@TempDir Path folder) {
        home = folder;
        mongo = EmbeddedMongo.start(folder);
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.uri()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1, TimeUnit.SECONDS))
                .build());
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    private StoredSubjects directory() {
        PayloadKeys keys = new PayloadKeys(client.getDatabase("patina-keys"), LocalMasterKey.of(home), PATIENCE);
        return new StoredSubjects(keys, "a secret that names people".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nobody_is_known_before_they_are_asked_for() {
        assertThat(directory().knownSubjectOf(ANNA)).isEmpty();
    }

    @Test
    void a_person_is_the_same_subject_on_every_node_for_ever() {
        SubjectId anna = directory().subjectOf(ANNA);

        assertThat(directory().subjectOf(ANNA)).isEqualTo(anna);
        assertThat(directory().knownSubjectOf(ANNA)).contains(anna);
    }

    @Test
    void whose_id_it_is_makes_nobody() {
        SubjectId anna = directory().subjectOf(ANNA);
        SubjectId nobody = new SubjectId(UUID.randomUUID());

        assertThat(directory().isKnown(anna)).isTrue();
        assertThat(directory().isKnown(nobody)).isFalse();
        assertThat(client.getDatabase("patina-keys").getCollection("secrets").find())
                .hasSize(2);
    }

    @Test
    void the_store_shows_neither_who_is_known_nor_which_facts_are_theirs() {
        SubjectId anna = directory().subjectOf(ANNA);

        assertThat(client.getDatabase("patina-keys").getCollection("secrets").find())
                .hasSize(2)
                .allSatisfy(stored -> assertThat(stored.toJson()).doesNotContain("anna"))
                .noneMatch(stored ->
                        stored.toJson().contains("/person/") && stored.toJson().contains(anna.toString()));
    }

    @Test
    void a_person_who_arrives_on_many_nodes_at_once_is_one_subject() throws Exception {
        Set<SubjectId> found = new HashSet<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Callable<SubjectId>> arrivals = java.util.stream.Stream.<Callable<SubjectId>>generate(
                            () -> () -> directory().subjectOf(ANNA))
                    .limit(8)
                    .toList();
            for (Future<SubjectId> arrival : pool.invokeAll(arrivals)) {
                found.add(arrival.get());
            }
        }
        assertThat(found).hasSize(1);
    }

    @Test
    void known_people_stay_known_while_the_store_is_away() {
        StoredSubjects directory = directory();
        SubjectId anna = directory.subjectOf(ANNA);
        mongo.close();

        assertThat(directory.subjectOf(ANNA)).isEqualTo(anna);
        assertThatThrownBy(() -> directory.subjectOf(new PlatformUserId("ben"))).isInstanceOf(LogUnavailable.class);
    }

    @Test
    void nobody_waits_for_others_while_the_store_is_away() {
        StoredSubjects directory = directory();
        mongo.close();
        long began = System.nanoTime();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                people.execute(() ->
                        assertThatThrownBy(() -> directory.knownSubjectOf(ANNA)).isInstanceOf(LogUnavailable.class));
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE.multipliedBy(3));
    }
}
