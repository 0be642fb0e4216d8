package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.release.ReleaseId;
import com.videowindow.patina.domain.release.Releases;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log has of somebody is shown word for word only when two officers want it. */
class FourEyesTest {
    private static final String WHY = "{\"reason\":\"complaint\",\"reference\":\"2026-17\"}";

    private final Calls olga = Node.as(Role.COMPLIANCE, "olga-" + UUID.randomUUID());
    private final Calls paul = Node.as(Role.COMPLIANCE, "paul-" + UUID.randomUUID());
    private final String name = "anna-" + UUID.randomUUID();
    private final Calls anna = Node.person(name).consenting();
    private String subject = "";
    private String events = "";

    @BeforeEach
    void anna_says_something() {
        CraftCatalogue.publish();
        anna.post(
                "/api/v1/user/feedback", "{\"contentId\":\"joint-1\",\"type\":\"comment\",\"text\":\"my knee hurts\"}");
        subject = olga.post("/api/v1/compliance/subjects/search", "{\"userId\":\"%s\"}".formatted(name))
                .json()
                .path("subject")
                .asText();
        events = "/api/v1/compliance/subjects/" + subject + "/events";
    }

    private String asked() {
        Answer asked = olga.post("/api/v1/compliance/subjects/" + subject + "/releases", WHY);
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.json().path("state").asText()).isEqualTo("asked");
        return asked.json().path("id").asText();
    }

    private static Answer decide(Calls officer, String release, String decision) {
        return officer.post("/api/v1/compliance/releases/" + release + "/" + decision, "");
    }

    @Test
    void without_a_release_nothing_is_shown() {
        assertThat(olga.get(events).problem()).isEqualTo("release-needed");
        String release = asked();
        assertThat(olga.get(events + "?release=" + release).problem()).isEqualTo("release-needed");
        assertThat(olga.get(events + "?release=" + UUID.randomUUID()).problem()).isEqualTo("release-needed");
    }

    @Test
    void nobody_releases_what_they_asked_for() {
        String release = asked();
        Answer own = decide(olga, release, "grant");
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.problem()).isEqualTo("four-eyes");
        assertThat(olga.get(events + "?release=" + release).problem()).isEqualTo("release-needed");
    }

    @Test
    void once_another_officer_released_it_the_one_who_asked_reads_for_an_hour() {
        String release = asked();
        assertThat(paul.get("/api/v1/compliance/releases?state=asked").json().findValuesAsText("id"))
                .contains(release);
        JsonNode granted = decide(paul, release, "grant").json();
        assertThat(Instant.parse(granted.path("until").asText()))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(58)),
                        Instant.now().plus(Duration.ofMinutes(61)));

        JsonNode read = olga.get(events + "?release=" + release).json();
        assertThat(read.path("items"))
                .extracting(one -> one.path("type").asText())
                .containsExactly("ConsentGiven", "ConsentGiven", "FeedbackGiven");
        assertThat(read.at("/items/2/payload/text").asText()).isEqualTo("my knee hurts");
        assertThat(olga.get(events + "?limit=1&release=" + release)
                        .json()
                        .path("next")
                        .asLong())
                .isEqualTo(read.at("/items/0/position").asLong());
        assertThat(olga.get(events + "?release=" + release + "&cursor=" + read.at("/items/2/position"))
                        .json()
                        .path("items"))
                .isEmpty();

        assertThat(paul.get(events + "?release=" + release).problem()).isEqualTo("release-needed");
        String others = "/api/v1/compliance/subjects/" + UUID.randomUUID() + "/events";
        assertThat(olga.get(others + "?release=" + release).problem()).isEqualTo("release-needed");
        await().untilAsserted(() -> assertThat(anna.get("/api/v1/user/lookups?limit=200")
                        .json()
                        .path("items")
                        .findValuesAsText("kind"))
                .contains("raw_events", "releases"));
    }

    @Test
    void of_somebody_who_left_only_that_something_was_there_is_shown() {
        String release = asked();
        decide(paul, release, "grant");
        String erasure = anna.post("/api/v1/user/erasure", "{\"graceDays\": 0}")
                .json()
                .path("id")
                .asText();
        await().until(() ->
                olga.get("/api/v1/compliance/erasures/" + erasure).json().has("keysDestroyedAt"));

        JsonNode read = olga.get(events + "?release=" + release).json();
        assertThat(read.path("items"))
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.path("type").asText()).isEqualTo("Forgotten"));
        assertThat(read.toString()).doesNotContain("my knee hurts");
    }

    @Test
    void what_is_taken_back_is_over() {
        String release = asked();
        decide(paul, release, "grant");
        assertThat(decide(paul, release, "refuse").json().path("state").asText())
                .isEqualTo("refused");
        assertThat(olga.get(events + "?release=" + release).problem()).isEqualTo("release-needed");
        assertThat(decide(paul, release, "grant").problem()).isEqualTo("release-state");
    }

    @Test
    void of_nobody_nothing_is_asked_for_and_nothing_is_kept() {
        UUID nobody = UUID.randomUUID();
        Answer asked = olga.post("/api/v1/compliance/subjects/" + nobody + "/releases", WHY);
        assertThat(asked.status()).isEqualTo(404);
        assertThat(asked.problem()).isEqualTo("not-found");

        ReleaseId later = ReleaseId.of(asked());
        Releases releases = Node.context().getBean(Releases.class);
        await().until(() -> releases.find(later).isPresent());
        assertThat(releases.all()).noneMatch(one -> one.subject().value().equals(nobody));
    }

    @Test
    void others_reach_none_of_it() {
        assertThat(decide(paul, UUID.randomUUID().toString(), "grant").status()).isEqualTo(404);
        assertThat(olga.post("/api/v1/compliance/subjects/" + subject + "/releases", "{}")
                        .problem())
                .isEqualTo("invalid-request");
        for (Role role : new Role[] {Role.SUBJECT, Role.ENGINEER, Role.PRODUCT, Role.SERVICE, Role.CREATOR}) {
            assertThat(Node.as(role, "somebody").get(events).status()).isEqualTo(403);
        }
    }
}
