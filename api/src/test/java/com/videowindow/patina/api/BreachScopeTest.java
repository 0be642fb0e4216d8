package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whose data could have been read between two times. */
class BreachScopeTest {
    private static final String SCOPE = "/api/v1/compliance/breach-scope";
    private static final Calls OFFICER = Node.officer();

    private static String anna;
    private static String ben;
    private static Instant before;
    private static Instant between;
    private static Instant after;

    /** Anna watches, then leaves; Ben only allows, and only after she left. */
    @BeforeAll
    static void anna_leaves_before_ben_comes() {
        CraftCatalogue.publish();
        before = moment();
        String name = "anna-" + UUID.randomUUID();
        Calls calls = Node.person(name).consenting();
        calls.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"));
        anna = subject(name);
        between = moment();
        String erasure = calls.post("/api/v1/user/erasure", "{\"graceDays\": 0}")
                .json()
                .path("id")
                .asText();
        await().atMost(Duration.ofSeconds(30)).until(() -> !OFFICER.get("/api/v1/compliance/erasures/" + erasure)
                .json()
                .path("keysDestroyedAt")
                .isMissingNode());
        after = moment();
        String other = "ben-" + UUID.randomUUID();
        Node.person(other).consenting();
        ben = subject(other);
    }

    /** A time that lies between what was stored before and what is stored after it. */
    private static Instant moment() {
        Instant now = Instant.now().plusMillis(10);
        await().until(() -> Instant.now().isAfter(now.plusMillis(10)));
        return now;
    }

    private static String subject(String name) {
        return Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .orElseThrow()
                .toString();
    }

    private static JsonNode scope(Instant from, Instant to, String store) {
        return OFFICER.get(SCOPE + "?limit=1000&from=" + from + "&to=" + to + "&store=" + store)
                .json();
    }

    private static List<String> subjects(JsonNode scope) {
        return scope.path("subjects").findValuesAsText("subject");
    }

    @Test
    void who_was_there_is_named_and_who_came_later_is_not() {
        JsonNode scope = scope(before, between, "log");
        assertThat(subjects(scope)).contains(anna).doesNotContain(ben);
        assertThat(scope.path("subjects"))
                .filteredOn(one -> one.path("subject").asText().equals(anna))
                .singleElement()
                .satisfies(one -> assertThat(one.path("categories"))
                        .extracting(JsonNode::asText)
                        .containsExactly("consent", "interaction"));
        assertThat(scope.at("/categories/interaction").asInt()).isPositive();
    }

    @Test
    void who_was_erased_before_is_not_named_but_was_in_a_span_that_began_earlier() {
        Instant now = Instant.now();
        assertThat(subjects(scope(after, now, "log"))).contains(ben).doesNotContain(anna);
        assertThat(subjects(scope(between, now, "log"))).contains(ben, anna);
    }

    @Test
    void a_read_model_had_whom_it_is_made_from() {
        Instant now = Instant.now();
        JsonNode interactions = scope(between, now, "interactions");
        assertThat(subjects(interactions)).contains(anna).doesNotContain(ben);
        assertThat(subjects(scope(between, now, "consent-ledger"))).contains(anna, ben);
        assertThat(interactions.at("/stores/interactions").asInt())
                .isEqualTo(interactions.path("count").asInt());
        assertThat(interactions.at("/stores/log").asInt())
                .isGreaterThan(interactions.path("count").asInt());
    }

    @Test
    void its_pages_have_everybody_once() {
        String span = SCOPE + "?from=" + between + "&to=" + Instant.now();
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = OFFICER.get(span + "&limit=2" + cursor).json();
            assertThat(page.path("subjects").size()).isBetween(1, 2);
            all.addAll(subjects(page));
            String next = page.path("next").asText();
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(all)
                .doesNotHaveDuplicates()
                .hasSize(OFFICER.get(span).json().path("count").asInt());
    }

    @Test
    void a_span_that_makes_no_sense_is_refused() {
        assertThat(OFFICER.get(SCOPE + "?from=" + after + "&to=" + before).problem())
                .isEqualTo("invalid-request");
        assertThat(OFFICER.get(SCOPE + "?from=" + after + "&to=2100-01-01T00:00:00Z")
                        .problem())
                .isEqualTo("invalid-request");
        assertThat(OFFICER.get(SCOPE + "?from=" + before + "&to=" + after + "&store=attic")
                        .json()
                        .at("/errors/0/message")
                        .asText())
                .contains("interest-profiles");
        assertThat(Node.engineer()
                        .get(SCOPE + "?from=" + before + "&to=" + after)
                        .status())
                .isEqualTo(403);
    }
}
