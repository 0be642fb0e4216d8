package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.command.recommendation.RecordServed;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.query.recommendation.CheckFidelity;
import com.videowindow.patina.query.recommendation.Fidelity;
import com.videowindow.patina.query.recommendation.Trails;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is excluded, paged, filtered and asked for in a place of its own, as clients ask for it and auditors check it. */
class ListsForEveryPlaceTest {
    private static final String LISTS = "/api/v1/user/recommendations";
    /** Other tests on this node publish too; what is walked through is this. */
    private static final String OURS = IntStream.rangeClosed(1, 8)
            .mapToObj(i -> "joint-" + i + ",bowl-" + i)
            .collect(Collectors.joining(","));

    private final Calls anna = Node.person("anna-" + UUID.randomUUID()).consenting();

    @BeforeAll
    static void there_is_something_to_watch() {
        CraftCatalogue.publish();
    }

    @BeforeEach
    void anna_watches_woodworking() {
        anna.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"));
        CraftCatalogue.awaitInMemory(anna.post("/api/v1/events", CraftCatalogue.view("m-2", "joint-2"))
                .position());
    }

    private static JsonNode ask(Calls who, String wish) {
        Calls.Answer answer = who.get(LISTS + wish);
        assertThat(answer.status()).as(answer.json().toPrettyString()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> ids(JsonNode list) {
        return list.path("items").findValuesAsText("contentId");
    }

    private static void assertMadeAgain(JsonNode list) {
        JsonNode audit = AuditOfUseTest.audit(list.path("id").asText());
        assertThat(audit.path("verdict").asText())
                .as(audit.toPrettyString())
                .matches(audit.path("lost").isEmpty() ? "matches" : "matches|cannot_be_told");
    }

    @Test
    void what_is_excluded_is_not_offered_and_the_log_gives_the_same_list_again() {
        JsonNode list = ask(anna, "?limit=4&exclude=joint-3,joint-4&exclude=joint-5");

        assertThat(ids(list)).hasSize(4).doesNotContain("joint-3", "joint-4", "joint-5");
        assertMadeAgain(list);
        assertThat(AuditOfUseTest.audit(list.path("id").asText()).at("/inForce/parameters/asked/excluded"))
                .hasSize(3);
    }

    @Test
    void page_by_page_everything_comes_once_and_no_later_page_has_what_should_have_stood_higher() {
        List<String> seen = walk(anna, 3, true);

        assertThat(seen).hasSize(14).doesNotHaveDuplicates().doesNotContain("joint-1", "joint-2");
        assertThat(walk(Node.person("nobody-" + UUID.randomUUID()), 5, false))
                .hasSize(16)
                .doesNotHaveDuplicates();
    }

    private static List<String> walk(Calls who, int limit, boolean audited) {
        JsonNode page = ask(who, "?limit=" + limit + "&pool=" + OURS);
        List<String> seen = new ArrayList<>(ids(page));
        double last = last(page, Double.MAX_VALUE);
        while (page.has("next")) {
            page = who.get(page.path("next").asText()).json();
            assertThat(page.at("/items/0/rank").asInt()).isEqualTo(seen.size() + 1);
            last = last(page, last);
            seen.addAll(ids(page));
            if (audited) {
                assertMadeAgain(page);
            }
        }
        return seen;
    }

    private static double last(JsonNode page, double before) {
        double last = before;
        for (JsonNode item : page.path("items")) {
            assertThat(item.path("score").asDouble()).isLessThanOrEqualTo(last);
            last = item.path("score").asDouble();
        }
        return last;
    }

    /** As on another node, or when this one has forgotten it. */
    @Test
    void a_list_that_stands_in_the_trails_alone_is_gone_on_from_too() {
        JsonNode list = ask(anna, "?limit=3&pool=" + OURS);
        String other = storedAgain(list.path("id").asText());

        JsonNode next = ask(anna, "?limit=3&continues=" + other);
        assertThat(ids(next)).hasSize(3).doesNotContainAnyElementsOf(ids(list));
        assertThat(next.at("/items/0/rank").asInt()).isEqualTo(4);
    }

    private static String storedAgain(String list) {
        UUID id = UUID.fromString(list);
        RecommendationsServed known = served(id);
        UUID other = new UUID(id.getMostSignificantBits() ^ 1, id.getLeastSignificantBits());
        RecommendationsServed again = new RecommendationsServed(
                new RecommendationId(other),
                known.subject(),
                known.algorithm(),
                known.model(),
                known.asOf(),
                known.consents(),
                known.fallback(),
                known.surface(),
                known.inputs(),
                known.items(),
                known.at());
        Node.context().getBean(CommandGateway.class).sendAndWait(new RecordServed(List.of(again)));
        return other.toString();
    }

    private static RecommendationsServed served(UUID list) {
        SubjectId subject = new SubjectId(UUID.fromString(
                AuditOfUseTest.audit(list.toString()).path("subject").asText()));
        return Node.context()
                .getBean(Trails.class)
                .find(subject, new RecommendationId(list))
                .orElseThrow();
    }

    @Test
    void a_page_is_known_again_by_its_tag_as_long_as_it_would_be_the_same() {
        JsonNode first = ask(anna, "?limit=3&pool=" + OURS);
        String next = first.path("next").asText();
        String tag = anna.get(next).header("ETag");

        assertThat(anna.send("GET", next, "", "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(anna.send("GET", LISTS + "?limit=3&exclude=joint-3", "", "If-None-Match", tag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nobody_goes_on_from_a_list_of_somebody_else_or_from_a_personal_one_without_consent() {
        String next = ask(anna, "?limit=2").path("next").asText();

        Calls.Answer others =
                Node.person("ben-" + UUID.randomUUID()).consenting().get(next);
        assertThat(others.status()).isEqualTo(404);
        assertThat(others.problem()).isEqualTo("not-found");

        anna.put("/api/v1/user/consents/personalization", "{\"granted\": false, \"policyVersion\": \"1\"}");
        Calls.Answer withdrawn = anna.get(next);
        assertThat(withdrawn.status()).isEqualTo(409);
        assertThat(withdrawn.problem()).isEqualTo("list-ended");
    }

    @Test
    void filters_hold_in_a_list_and_its_audit() {
        JsonNode list = ask(
                anna,
                "?limit=20&facets=technique:throwing,technique:dovetail&facets=creator:ruth"
                        + "&language=en&maxDuration=PT10M");

        assertThat(ids(list)).isNotEmpty().allMatch(id -> id.startsWith("bowl-"));
        assertMadeAgain(list);
        assertThat(ask(anna, "?facets=technique:throwing&maxDuration=PT9M&language=en")
                        .path("empty")
                        .asText())
                .isEqualTo("nothing_in_pool");
    }

    @Test
    void a_place_is_ranked_by_what_it_is_about_and_says_so_and_is_made_again() {
        JsonNode after = ask(anna, "?limit=3&surface=after-watch&about=bowl-1&context=player");

        assertThat(after.at("/items/0/contentId").asText()).startsWith("bowl-").isNotEqualTo("bowl-1");
        assertThat(after.at("/items/0/reasons").findValuesAsText("text")).contains("Goes on from “bowl-1”");
        assertThat(after.at("/items/0/contributions").findValuesAsText("name")).contains("related");
        assertMadeAgain(after);
        CheckFidelity check =
                new CheckFidelity(served(UUID.fromString(after.path("id").asText())));
        assertThat(Node.context().getBean(Questions.class).ask(check, Fidelity.class))
                .isIn(Fidelity.HOLDS, Fidelity.MOVED_ON);

        JsonNode beside = ask(anna, "?limit=3&surface=product&about=chisel");
        assertThat(beside.at("/items/0/contentId").asText()).startsWith("joint-");
        assertThat(beside.at("/items/0/reasons").findValuesAsText("kind")).contains("goes-with");
        assertMadeAgain(beside);
        assertThat(anna.get(LISTS + "/parameters?surface=product").json().toString())
                .contains("related");
    }

    @Test
    void without_what_a_reason_names_the_place_still_weighs() {
        JsonNode list = ask(anna, "?limit=3&surface=after-watch&about=joint-3");
        String item = list.at("/items/0/contentId").asText();
        JsonNode told = anna.get(LISTS + "/" + list.path("id").asText() + "/items/" + item + "/counterfactuals")
                .json();

        assertThat(told.at("/now/score").asDouble()).isGreaterThan(0.2);
        assertThat(told.path("without")).isNotEmpty().allSatisfy(less -> {
            assertThat(less.at("/reason/kind").asText()).isNotEqualTo("goes-on");
            assertThat(less.at("/place/score").asDouble())
                    .isLessThan(told.at("/now/score").asDouble());
        });
    }

    @Test
    void a_session_is_answered_by_what_it_tells_alone_and_leaves_nothing_in_the_log() {
        String session = """
                {"recent":["bowl-3","bowl-1"],"limit":4,"exclude":["bowl-2"],"facets":["category:ceramics"]}""";
        String name = "guest-" + UUID.randomUUID();
        Calls guest = Node.person(name);
        AuditOfUseTest.audit(ask(anna, "?limit=1").path("id").asText());
        long lists = listsInTheLog();

        Calls.Answer answer = guest.post("/api/v1/recommendations/session", session);
        assertThat(answer.status()).as(answer.json().toPrettyString()).isEqualTo(200);
        assertThat(ids(answer.json()))
                .hasSize(4)
                .allMatch(id -> id.startsWith("bowl-"))
                .doesNotContain("bowl-2");
        assertThat(answer.json().at("/items/0/reasons/0/text").asText()).isNotBlank();
        assertThat(answer.json().has("id")).isFalse();
        assertThat(ids(anna.post("/api/v1/recommendations/session", session).json()))
                .as("whoever asks")
                .isEqualTo(ids(answer.json()));

        AuditOfUseTest.audit(ask(anna, "?limit=1").path("id").asText());
        assertThat(listsInTheLog()).as("but the one that marks the time").isEqualTo(lists + 1);
        assertThat(Node.context().getBean(SubjectDirectory.class).knownSubjectOf(new PlatformUserId(name)))
                .isEmpty();
    }

    private static long listsInTheLog() {
        return Node.engineer()
                .get("/api/v1/operations/log")
                .json()
                .at("/types/RecommendationsServed")
                .asLong();
    }

    @Test
    void a_session_of_joinery_gets_joinery_and_an_empty_one_what_anybody_gets() {
        Calls guest = Node.person("guest-" + UUID.randomUUID());
        JsonNode joinery = guest.post("/api/v1/recommendations/session", """
                {"recent":["joint-1","joint-2"],"limit":3}""").json();
        assertThat(ids(joinery)).first().asString().startsWith("joint-");
        assertThat(guest.post("/api/v1/recommendations/session", "{\"recent\":[]}")
                        .json()
                        .path("items"))
                .isNotEmpty();
    }
}
