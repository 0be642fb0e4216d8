package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Somebody who did things with three items in two months, said what they think, and bought something. */
record ViewerOfTwoMonths(String name, Calls calls, Instant monthAgo) {
    ViewerOfTwoMonths(String name) {
        this(name, Node.person(name).consenting(), Instant.now().minus(Duration.ofDays(31)));
    }

    static ViewerOfTwoMonths with(String first) {
        ViewerOfTwoMonths one = new ViewerOfTwoMonths(first + "-" + UUID.randomUUID());
        one.does("joint-1", "m-1", one.monthAgo);
        one.does("bowl-1", "m-2", one.monthAgo.plusSeconds(60));
        one.does("bowl-1", "m-3", Instant.now().minusSeconds(90));
        one.does("bowl-2", "m-4", one.monthAgo.plusSeconds(120));
        one.likesBowl();
        one.calls.post("/api/v1/events", """
                {"messageId":"m-5","kind":"purchase","contentId":"bowl-1","at":"%s",
                 "context":{"orderId":"order-%s","amount":12,"currency":"EUR"}}
                """.formatted(Instant.now().minusSeconds(30), UUID.randomUUID()));
        CraftCatalogue.awaitInMemory(one.does("joint-2", "m-6", Instant.now().minusSeconds(20)));
        one.calls.get("/api/v1/user/recommendations?limit=5");
        return one;
    }

    /** Why a list of theirs was as it was. */
    String explanation(String list) {
        return calls.get("/api/v1/user/recommendations/" + list + "/explanation")
                .json()
                .toString();
    }

    long does(String content, String message, Instant at) {
        return calls.post("/api/v1/events", """
                {"messageId":"%s","contentId":"%s","kind":"view","at":"%s",
                 "engagement":{"watchedSeconds":590,"completion":1},"context":{"surface":"home","platform":"web"}}
                """.formatted(message, content, at)).position();
    }

    /** The same each time, as a client that is not sure sends it. */
    Answer likesBowl() {
        return calls.post(
                "/api/v1/user/feedback", "{\"contentId\":\"bowl-1\",\"type\":\"like\"}", "Idempotency-Key", "like-1");
    }

    SubjectId subject() {
        return Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .orElseThrow();
    }

    /** Where sealed facts about them stand, by the log's headers alone. */
    Set<LogPosition> places() {
        Set<LogPosition> places = new TreeSet<>();
        Node.context()
                .getBean(LogWalk.class)
                .headers(Node.context().getBean(LogInspection.class).head(), header -> {
                    if (subject().equals(header.subject()) && header.category() != null) {
                        places.add(header.position());
                    }
                });
        return places;
    }

    Map<LogPosition, DomainEvent> events() {
        return Node.context().getBean(PastEvents.class).at(places());
    }

    List<String> history() {
        return calls.get("/api/v1/user/interactions").json().path("items").findValuesAsText("contentId");
    }

    String export(JsonNode asked) {
        return calls.get("/api/v1/user/exports/" + asked.path("id").asText())
                .json()
                .path("state")
                .asText();
    }

    /** For the erasure of a part. */
    JsonNode asks(String wish) {
        Answer asked = calls.post("/api/v1/user/erasures/parts", wish);
        assertThat(asked.status()).isEqualTo(202);
        return asked.json();
    }
}
