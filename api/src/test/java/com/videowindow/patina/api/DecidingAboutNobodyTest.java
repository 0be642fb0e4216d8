package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.privacy.KeyBackup;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Officers decide about people who are there, and only as somebody who answers for them. */
class DecidingAboutNobodyTest {
    private static final Calls OFFICER = Node.officer();
    private static final String CASE = ", \"reference\": \"kase-17\"}";
    private static final String YES = "{\"granted\": true, \"policyVersion\": \"1\"" + CASE;
    private static final String GUARDIAN = "/consents/personalization/guardian";
    private static final String RULINGS = "/consents/personalization/rulings";
    private static final List<String> RULED =
            List.of("revoke", "invalidate", "lift_restriction", "object", "objection_taken_back");

    private final String name = "anna-" + UUID.randomUUID();
    private final Calls anna = Node.person(name).consenting();

    private static Map<String, String> decisions() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(GUARDIAN, YES);
        all.put("/controls/minor", "{\"on\": true" + CASE);
        all.put("/controls/non_profiling", "{\"on\": true}");
        return all;
    }

    private SubjectId subject() {
        return directory().knownSubjectOf(new PlatformUserId(name)).orElseThrow();
    }

    private static SubjectDirectory directory() {
        return Node.context().getBean(SubjectDirectory.class);
    }

    private static String about(SubjectId subject, String address) {
        return "/api/v1/compliance/subjects/" + subject + address;
    }

    private static Answer ruled(SubjectId subject, String ruling) {
        return OFFICER.post(about(subject, RULINGS), "{\"ruling\": \"%s\"".formatted(ruling) + CASE);
    }

    private static List<? extends DomainEventMessage<?>> stream(SubjectId subject) {
        return Node.context()
                .getBean(EventStore.class)
                .readEvents(ConsentEvent.stream(subject))
                .asStream()
                .toList();
    }

    private SubjectId left() {
        SubjectId subject = subject();
        String erasure = anna.post("/api/v1/user/erasure", "{\"graceDays\": 0}")
                .json()
                .path("id")
                .asText();
        await().until(() ->
                OFFICER.get("/api/v1/compliance/erasures/" + erasure).json().has("keysDestroyedAt"));
        // What leads to them goes a moment later, and would be missed among all keys.
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        directory().knownSubjectOf(new PlatformUserId(name)).isEmpty());
        return subject;
    }

    @Test
    void who_left_and_who_never_was_are_answered_alike_and_get_neither_keys_nor_a_stream(@TempDir Path folder) {
        SubjectId left = left();
        int before = stream(left).size();
        SubjectId nobody = new SubjectId(UUID.randomUUID());
        Map<String, Long> keys = keys(folder.resolve("before"));

        decisions()
                .forEach((address, body) -> alike(
                        address, OFFICER.post(about(left, address), body), OFFICER.post(about(nobody, address), body)));
        RULED.forEach(ruling -> alike(ruling, ruled(left, ruling), ruled(nobody, ruling)));
        for (String read : List.of("/consents", "/consents/history")) {
            ObjectNode told = (ObjectNode) OFFICER.get(about(left, read)).json();
            assertThat(told.remove("erasedAt"))
                    .as("as the list of erasures says")
                    .isNotNull();
            assertThat(told).isEqualTo(OFFICER.get(about(nobody, read)).json());
        }

        assertThat(stream(nobody)).isEmpty();
        assertThat(stream(left)).hasSize(before);
        assertThat(keys(folder.resolve("after"))).isEqualTo(keys);
        assertThat(directory().isKnown(nobody)).isFalse();
    }

    private static void alike(String asked, Answer left, Answer nobody) {
        assertThat(left.status()).as(asked).isEqualTo(404).isEqualTo(nobody.status());
        assertThat(said(left)).as(asked).isEqualTo(said(nobody));
        assertThat(left.response().headers().map().keySet())
                .isEqualTo(nobody.response().headers().map().keySet());
    }

    private static JsonNode said(Answer answer) {
        return ((ObjectNode) answer.json()).without(List.of("correlationId"));
    }

    /** How many secrets and names of people there are. */
    private static Map<String, Long> keys(Path file) {
        return Node.context()
                .getBean(KeyBackup.class)
                .export(file, "a-recovery-key-of-some-length-0123456789".toCharArray());
    }

    @Test
    void nobody_decides_for_an_adult() {
        Answer refused = OFFICER.post(about(subject(), GUARDIAN), YES);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("no-minor");
        assertThat(OFFICER.post(about(subject(), GUARDIAN), YES.replace("true", "false"))
                        .problem())
                .isEqualTo("no-minor");
        assertThat(stream(subject())).hasSize(2);
    }

    @Test
    void what_a_guardian_decided_names_the_officer_who_wrote_it_down_and_the_case() {
        anna.put("/api/v1/user/controls/minor", "{\"on\": true}");
        assertThat(OFFICER.post(about(subject(), GUARDIAN), "{\"granted\": true, \"policyVersion\": \"1\"}")
                        .status())
                .isEqualTo(400);
        assertThat(OFFICER.post(about(subject(), GUARDIAN), YES).status()).isEqualTo(200);

        ConsentGiven given = (ConsentGiven) stream(subject()).getLast().getPayload();
        Evidence evidence = Objects.requireNonNull(given.evidence());
        Actor guardian = Objects.requireNonNull(evidence.by());
        Actor officer = Objects.requireNonNull(evidence.recordedBy());
        assertThat(guardian.kind()).isEqualTo(Actor.Kind.GUARDIAN);
        assertThat(officer.kind()).isEqualTo(Actor.Kind.OFFICER);
        assertThat(officer.id())
                .isEqualTo(directory()
                        .knownSubjectOf(new PlatformUserId("officer"))
                        .orElseThrow());
        assertThat(evidence.reference()).hasToString("CaseReference[value=kase-17]");
        assertThat(OFFICER.get(about(subject(), "/consents/history"))
                        .json()
                        .at("/changes/0/reference")
                        .asText())
                .isEqualTo("kase-17");
        JsonNode own = anna.get("/api/v1/user/consents/history").json().path("changes");
        assertThat(own).hasSize(4);
        assertThat(own.toString()).as("the operator's books").doesNotContain("kase-17");
    }

    @Test
    void somebody_who_never_chose_can_be_decided_about() {
        String order = """
                {"messageId":"m-1","contentId":"joint-1","kind":"purchase","at":"%s",
                 "context":{"orderId":"o-1","amount":30,"currency":"EUR"}}""".formatted(Instant.now());
        CraftCatalogue.publish();
        String buyer = "ben-" + UUID.randomUUID();
        Node.person(buyer).post("/api/v1/events", order);
        SubjectId ben = directory().knownSubjectOf(new PlatformUserId(buyer)).orElseThrow();

        for (String end : List.of("revoke", "invalidate")) {
            assertThat(ruled(ben, end).problem()).as(end).isEqualTo("consent-state");
        }
        RULED.subList(2, RULED.size())
                .forEach(ruling ->
                        assertThat(ruled(ben, ruling).status()).as(ruling).isEqualTo(200));
        assertThat(stream(ben)).extracting(DomainEventMessage::getType).hasSize(2); // objected, and settled
    }
}
