package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.command.recommendation.RecordServed;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.query.recommendation.FindRecommendations;
import com.videowindow.patina.query.recommendation.Pool;
import com.videowindow.patina.query.recommendation.Recommendations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lists are made of is told with them, counted, and found again in the log. */
class LadderOfListsTest {
    private static final String LISTS = "/api/v1/user/recommendations";
    /** More than are looked at in no time. */
    private static final int MANY = 300;

    private static final int AT_ONCE = 50;

    private final String name = "anna-" + UUID.randomUUID();
    private final Calls anna = Node.person(name).consenting();

    /** What nobody looks for: old, and of a category of its own. */
    @BeforeAll
    static void there_is_much_to_watch() {
        CraftCatalogue.publish();
        for (int from = 0; from < MANY; from += AT_ONCE) {
            publishOld(from);
        }
    }

    /** Few at a time, and again where a busy machine had no time for them: what stands is not changed. */
    private static void publishOld(int from) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < from + AT_ONCE; i++) {
            lines.append("""
                    {"id":"old-%d","title":"Old %d","creator":"archive","category":"archive",\
                    "publishedAt":"2001-05-04T09:00:00Z"}
                    """.formatted(i, i));
        }
        Calls.Answer answer = await().until(
                        () -> Node.editor()
                                .send(
                                        "POST",
                                        "/api/v1/catalog/import",
                                        lines.toString(),
                                        "Content-Type",
                                        "application/x-ndjson"),
                        imported -> imported.status() == 200);
        CraftCatalogue.awaitInMemory(answer.position());
    }

    @BeforeEach
    void anna_watches_woodworking() {
        anna.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"));
        CraftCatalogue.awaitInMemory(anna.post("/api/v1/events", CraftCatalogue.view("m-2", "joint-2"))
                .position());
    }

    @Test
    void a_list_says_on_which_rung_it_stands_and_so_does_its_audit_and_the_metrics() {
        JsonNode list = anna.get(LISTS + "?limit=3&algorithm=content").json();

        assertThat(list.path("rung").asText()).isEqualTo("content");
        assertThat(list.has("partial")).isFalse();
        JsonNode audit = AuditOfUseTest.audit(list.path("id").asText());
        assertMadeAgain(audit);
        assertThat(audit.at("/inForce/parameters/rung").asText()).isEqualTo("content");

        JsonNode strangers = Node.person("nobody-" + UUID.randomUUID())
                .get(LISTS + "?limit=3")
                .json();
        assertThat(strangers.path("fallback").asText()).isEqualTo("no_consent");
        assertThat(strangers.path("rung").asText()).isEqualTo("popular");
        assertThat(anna.get(LISTS + "?limit=1&budget=60000").status()).isEqualTo(200);
        String metrics = new String(
                Node.engineer().get("/actuator/prometheus").response().body(), StandardCharsets.UTF_8);
        assertThat(metrics).contains("patina_recommendations_served_total{rung=\"content\"");
    }

    @Test
    void editors_choose_a_list_that_everybody_can_read_and_that_only_they_write() {
        Calls.Answer set = Node.editor().put("/api/v1/catalog/editorial", "{\"contents\":[\"bowl-2\",\"joint-1\"]}");

        assertThat(set.status()).isIn(200, 201);
        assertThat(set.position()).isPositive();
        assertThat(anna.get("/api/v1/catalog/editorial").json().findValuesAsText("contentId"))
                .containsExactly("bowl-2", "joint-1");
        assertThat(Node.editor()
                        .put("/api/v1/catalog/editorial", "{\"contents\":[\"bowl-2\",\"joint-1\"]}")
                        .json()
                        .path("change")
                        .asText())
                .isEqualTo("unchanged");
        Node.editor().put("/api/v1/catalog/editorial", "{\"contents\":[]}"); // others get lists here too
        assertThat(anna.put("/api/v1/catalog/editorial", "{\"contents\":[]}").status())
                .isEqualTo(403);
    }

    @Test
    void a_list_for_which_time_was_up_is_made_again_from_as_many_candidates() {
        SubjectId subject = Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .orElseThrow();
        Recommendations list = Node.context()
                .getBean(Questions.class)
                .ask(
                        new FindRecommendations(
                                newest(),
                                subject,
                                Algorithm.HYBRID,
                                20,
                                new Pool(Set.of(), List.of(Facet.parse("category:archive"))),
                                ListTerms.NOTHING,
                                null,
                                Locale.ENGLISH,
                                Instant.now(),
                                Duration.ZERO),
                        Recommendations.class);
        assertThat(list.lookedAt()).isEqualTo(256);
        assertThat(list.items()).hasSize(20);
        Node.context().getBean(CommandGateway.class).sendAndWait(new RecordServed(List.of(list.served())));

        JsonNode audit = AuditOfUseTest.audit(list.id().toString());
        assertMadeAgain(audit);
        assertThat(audit.at("/inForce/candidates/looked").asInt()).isEqualTo(256);
        assertThat(audit.at("/inForce/candidates/eligibleAgain").asInt()).isEqualTo(MANY);
    }

    /** The next name of a list, as the node would give it. */
    private RecommendationId newest() {
        UUID before =
                UUID.fromString(anna.get(LISTS + "?limit=1").json().path("id").asText());
        return new RecommendationId(new UUID(before.getMostSignificantBits(), before.getLeastSignificantBits() ^ 1));
    }

    private static void assertMadeAgain(JsonNode audit) {
        assertThat(audit.path("verdict").asText())
                .as(audit.toPrettyString())
                .matches(audit.path("lost").isEmpty() ? "matches" : "matches|cannot_be_told");
    }
}
