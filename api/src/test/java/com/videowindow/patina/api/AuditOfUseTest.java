package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.command.recommendation.RecordServed;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.embedded.SharedElasticsearch;
import com.videowindow.patina.query.recommendation.Trails;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was served is explained as it was then, and whatever is not as it was stored is named. */
class AuditOfUseTest {
    private static final Calls OFFICER = Node.officer();

    private static final Set<String> RESTS_ON_THE_CROWD = Set.of("collaborative", "trending", "exploration");

    private final String name = "anna-" + UUID.randomUUID();
    private final Calls anna = Node.person(name).consenting();
    private SubjectId subject = new SubjectId(new UUID(0, 0));

    @BeforeAll
    static void there_is_something_to_watch() {
        CraftCatalogue.publish();
    }

    @BeforeEach
    void anna_watches_woodworking() {
        subject = Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .orElseThrow();
        watches("m-1", "joint-1");
        CraftCatalogue.awaitInMemory(watches("m-2", "joint-2"));
    }

    private long watches(String message, String content) {
        return anna.post("/api/v1/events", CraftCatalogue.view(message, content))
                .position();
    }

    /** One that has learned from all that she did by now. */
    private String served(String wish) {
        long known = watches(UUID.randomUUID().toString(), "joint-3");
        JsonNode list =
                anna.get("/api/v1/user/recommendations?after=" + known + wish).json();
        assertThat(list.has("stale")).isFalse();
        return list.path("id").asText();
    }

    static JsonNode audit(String list) {
        String address = "/api/v1/compliance/recommendations/" + list + "/audit";
        await().until(() -> OFFICER.get(address).status() == 200);
        return OFFICER.get(address).json();
    }

    /** Of what others of this node's tests taught who left since, nothing can be told. */
    private static void assertMadeAgain(JsonNode audit) {
        String expected = audit.path("lost").isEmpty() ? "matches" : "matches|cannot_be_told";
        assertThat(audit.path("verdict").asText()).as(audit.toPrettyString()).matches(expected);
        assertThat(audit.path("lost").findValuesAsText("basis")).allMatch("crowd"::equals);
    }

    @Test
    void comes_out_of_the_log_again_to_the_last_bit_whatever_happened_since() {
        String list = served("&limit=6");
        JsonNode first = audit(list);
        assertMadeAgain(first);

        watches("m-4", "bowl-1");
        anna.post("/api/v1/user/feedback", "{\"contentId\":\"joint-4\",\"type\":\"dislike\"}");
        anna.put("/api/v1/user/consents/personalization", "{\"granted\": false, \"policyVersion\": \"1\"}");
        anna.put("/api/v1/user/controls/non_profiling", "{\"on\": true}");
        assertThat(audit(list)).isEqualTo(first);

        assertThat(first.at("/inForce/data/0/event").asText()).isEqualTo("InteractionRecorded");
        assertThat(first.at("/inForce/data/0/count").asInt()).isEqualTo(3);
        assertThat(first.at("/inForce/data/0/last")).isEqualTo(first.at("/inForce/profileAsOf"));
        assertThat(first.at("/inForce/interests").findValuesAsText("facet"))
                .contains("category:woodworking", "technique:dovetail");
        boolean crowd =
                first.at("/inForce/parameters/rung").asText().equals("hybrid"); // where other tests' people like things
        assertThat(first.at("/inForce/parameters/weights/collaborative").asDouble())
                .isEqualTo(crowd ? 0.6 : 0);
        assertThat(first.at("/inForce/experiments")).isEmpty();
        assertThat(first.at("/inForce/candidates/eligible")).isEqualTo(first.at("/inForce/candidates/eligibleAgain"));
        assertThat(first.path("items")).hasSize(6);
        assertThat(first.path("items").findParents("verdict"))
                .filteredOn(part -> part.has("name")
                        && !RESTS_ON_THE_CROWD.contains(part.path("name").asText()))
                .isNotEmpty()
                .allMatch(part -> part.path("verdict").asText().equals("matches"));
        assertThat(first.toString()).doesNotContain("Joint", name);
    }

    @Test
    void a_list_is_made_again_as_it_was_while_a_part_was_hidden() {
        served("&limit=6");
        String erasure = anna.post("/api/v1/user/erasures/parts", "{\"contentId\":\"joint-1\",\"graceDays\":30}")
                .json()
                .path("id")
                .asText();
        String part = "/api/v1/user/erasures/parts/" + erasure;
        await().until(() -> anna.get(part).json().path("hidden").asBoolean());
        await().untilAsserted(() -> {
            JsonNode audit = audit(served("&limit=6"));
            assertMadeAgain(audit);
            assertThat(audit.at("/inForce/model/people").asInt()).isPositive();
        });
        assertMadeAgain(audit(served("&limit=6")));
    }

    @Test
    void names_the_consents_of_then_with_their_places_in_the_log() {
        String list = served("&limit=1");
        anna.put("/api/v1/user/consents/personalization", "{\"granted\": false, \"policyVersion\": \"2\"}");

        JsonNode consent = audit(list).at("/inForce/consents/0");
        assertThat(consent.path("purpose").asText()).isEqualTo("personalization");
        assertThat(consent.path("status").asText()).isEqualTo("dpv:ConsentGiven");
        assertThat(consent.path("policyVersion").asText()).isEqualTo("1");
        assertThat(consent.path("allowed").asBoolean()).isTrue();
        assertThat(consent.path("used").asBoolean()).isTrue();
        JsonNode history = OFFICER.get("/api/v1/compliance/subjects/" + subject + "/consents/history")
                .json()
                .path("changes");
        assertThat(consent.path("position"))
                .isEqualTo(history.path(history.size() - 1).path("position"));
    }

    @Test
    void holds_for_every_way_of_ranking_and_for_a_choice_that_was_narrowed() {
        for (String wish : List.of(
                "&algorithm=content&limit=4&context=home",
                "&algorithm=collaborative&limit=4",
                "&pool=bowl-1,bowl-2,joint-5,facet:technique:throwing")) {
            JsonNode audit = audit(served(wish));
            assertMadeAgain(audit);
            assertThat(audit.path("trail").asText()).isEqualTo("same");
        }
        Calls ben = Node.person("ben-" + UUID.randomUUID()).consenting();
        JsonNode unknown = audit(ben.get("/api/v1/user/recommendations?limit=3")
                .json()
                .path("id")
                .asText());
        assertMadeAgain(unknown);
        assertThat(unknown.at("/inForce/fallback").asText()).isEqualTo("no_history");
        assertThat(unknown.at("/inForce/data")).isEmpty();
    }

    @Test
    void what_was_altered_in_elasticsearch_is_named() {
        String list = served("&limit=3");
        audit(list);
        Calls elasticsearch = new Calls(SharedElasticsearch.uri(), null);
        JsonNode known =
                elasticsearch.get("/trails/_doc/" + subject + "." + list).json();
        ObjectNode document = (ObjectNode) known.path("_source");
        ((ObjectNode) document.at("/body/items/1")).put("score", 0.99);
        String version = "?version_type=external_gte&version=" + known.path("_version");
        assertThat(elasticsearch
                        .put("/trails/_doc/" + subject + "." + list + version, document.toString())
                        .status())
                .isEqualTo(200);

        JsonNode audit = audit(list);
        assertThat(audit.path("matches").asBoolean()).isFalse();
        assertThat(audit.path("trail").asText()).isEqualTo("altered");
        assertThat(audit.at("/firstDifference/place").asText()).isEqualTo("trail.items[1].score");
        assertThat(audit.at("/firstDifference/recomputed").asText()).isEqualTo("0.99");
        assertThat(audit.at("/items/1/verdict").asText()).isNotEqualTo("differs");
    }

    @Test
    void a_score_that_was_stored_otherwise_than_it_came_out_is_named() {
        String list = served("&limit=3");
        audit(list);

        assertMadeAgain(audit(storedAgain(list, item -> item)));
        JsonNode raised = audit(storedAgain(list, AuditOfUseTest::raised));
        assertThat(raised.path("verdict").asText()).isEqualTo("differs");
        assertThat(raised.at("/firstDifference/place").asText()).startsWith("items[0].parts.");
        assertThat(raised.at("/items/0/verdict").asText()).isEqualTo("differs");
        JsonNode scoreOnly = audit(storedAgain(
                list,
                item -> new ServedItem(
                        item.content(), item.rank(), more(item.score()), item.contributions(), item.reasons())));
        assertThat(scoreOnly.at("/firstDifference/place").asText()).isEqualTo("items[0].score");
    }

    private static ServedItem raised(ServedItem item) {
        List<Contribution> parts = new ArrayList<>(item.contributions());
        Contribution first = parts.getFirst();
        parts.set(0, new Contribution(first.name(), more(first.value())));
        return new ServedItem(item.content(), item.rank(), more(item.score()), parts, item.reasons());
    }

    /** As somebody would write it who knows that scores are whole millionths. */
    private static double more(double value) {
        return Math.round((value + 0.25) * 1e6) / 1e6;
    }

    /** The same list under another id of the same seed, its items stored as somebody would like to have them. */
    private String storedAgain(String list, UnaryOperator<ServedItem> change) {
        RecommendationsServed known = Node.context()
                .getBean(Trails.class)
                .find(subject, new RecommendationId(UUID.fromString(list)))
                .orElseThrow();
        long other = ThreadLocalRandom.current().nextLong(1, 1_000);
        RecommendationId id = new RecommendationId(new UUID(
                known.id().value().getMostSignificantBits() ^ other,
                known.id().value().getLeastSignificantBits() ^ other));
        RecommendationsServed forged = new RecommendationsServed(
                id,
                subject,
                known.algorithm(),
                known.model(),
                known.asOf(),
                known.consents(),
                known.fallback(),
                known.surface(),
                known.inputs(),
                known.items().stream().map(change).toList(),
                known.at());
        Node.context().getBean(CommandGateway.class).sendAndWait(new RecordServed(List.of(forged)));
        return id.toString();
    }

    @Test
    void of_a_list_that_rested_on_nobody_there_is_no_trail_and_the_answer_says_why() {
        String list = Node.person("nobody-" + UUID.randomUUID())
                .get("/api/v1/user/recommendations?limit=3")
                .json()
                .path("id")
                .asText();
        Calls.Answer audit = Node.officer().get("/api/v1/compliance/recommendations/" + list + "/audit");
        assertThat(audit.status()).isEqualTo(404);
        assertThat(audit.json().path("detail").asText()).contains("without consent");
    }

    @Test
    void is_for_officers_and_each_is_written_down() {
        String list = served("&limit=1");
        audit(list);
        await().untilAsserted(() -> assertThat(
                        anna.get("/api/v1/user/lookups").json().path("items").findValuesAsText("kind"))
                .contains("audit_of_use"));
        assertThat(OFFICER.get("/api/v1/compliance/recommendations/" + UUID.randomUUID() + "/audit")
                        .status())
                .isEqualTo(404);
        assertThat(anna.get("/api/v1/compliance/recommendations/" + list + "/audit")
                        .status())
                .isEqualTo(403);
    }
}
