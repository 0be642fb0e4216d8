package com.videowindow.patina.sagas.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.Node;
import com.videowindow.patina.node.ReadModel;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** A snapshot of Elasticsearch brings back somebody whose erasure is days ago: once a day it is looked for everybody. */
@Tag("long")
class CameBackAfterDaysTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String INTERACTIONS = "interactions";

    @Test
    void is_found_by_the_look_of_the_day_and_not_by_that_of_the_hour(@TempDir(factory = Homes.class) Path home)
            throws Exception {
        try (EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch"));
                Node node = Node.start(home.resolve("node"), "--patina.elasticsearch.uri=" + elasticsearch.uri())) {
            ReadModel interactions = new ReadModel(elasticsearch.uri(), INTERACTIONS);
            Client anna = likes(node, "anna");
            Client ben = likes(node, "ben");
            await().atMost(LONG).until(() -> interactions.count() == 2);
            Map<String, ReadModel.Kept> snapshot = interactions.all();
            SubjectId subject = node.context()
                    .getBean(SubjectDirectory.class)
                    .knownSubjectOf(new PlatformUserId("anna"))
                    .orElseThrow();
            leaves(anna);
            assertThat(interactions.count()).as("hers is gone").isEqualTo(1);

            ErasureCare care = node.context().getBean(ErasureCare.class);
            care.stop();
            Instant days = Instant.now().plus(Duration.ofDays(3));
            await().atMost(LONG).until(ben::everythingIsProjected);
            care.clear(days);
            snapshot.forEach((id, document) -> putBack(elasticsearch.uri(), id, document.source()));
            assertThat(of(subject, interactions)).isEqualTo(1);

            care.clear(days.plus(Duration.ofHours(2)));
            assertThat(of(subject, interactions))
                    .as("of long ago nothing is looked for each hour")
                    .isEqualTo(1);

            care.clear(days.plus(Duration.ofHours(25)));
            assertThat(of(subject, interactions)).isZero();
            assertThat(interactions.count()).as("his stays").isEqualTo(1);
        }
    }

    private static Client likes(Node node, String name) {
        Client person = node.client(name);
        person.publishes("joint-1", "dovetail");
        person.allows("personalization");
        assertThat(person.likes("joint-1", "m-1").status()).isEqualTo(201);
        return person;
    }

    private static void leaves(Client person) {
        String id = person.send(HttpMethod.POST, "/api/v1/user/erasure", Role.SUBJECT, "{\"graceDays\": 0}")
                .json()
                .path("id")
                .asText();
        await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).until(() -> person.get(
                        "/api/v1/compliance/erasures/" + id, Role.COMPLIANCE)
                .json()
                .path("state")
                .asText()
                .equals("completed"));
    }

    private static void putBack(URI elasticsearch, String id, String source) {
        RestClient.create(elasticsearch)
                .put()
                .uri("/{alias}/_doc/{id}?refresh=true", INTERACTIONS, id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(source)
                .retrieve()
                .toBodilessEntity();
    }

    private static long of(SubjectId subject, ReadModel interactions) {
        return interactions.all().values().stream()
                .filter(document -> document.source().contains(subject.toString()))
                .count();
    }
}
