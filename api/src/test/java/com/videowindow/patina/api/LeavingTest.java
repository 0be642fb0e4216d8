package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.command.recommendation.RecordServed;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.RankingInputs;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.Weights;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People leave, and nothing of them is left to read. */
class LeavingTest {
    private static final Calls OFFICER = Node.as(Role.COMPLIANCE, "officer");
    private static WhoLeft who;

    @BeforeAll
    static void anna_and_clara_leave() {
        who = WhoLeft.once();
    }

    @Test
    void all_that_was_said_about_her_is_forgotten_and_certified() {
        assertThat(Node.context().getBean(PastEvents.class).stream(
                                ConsentEvent.stream(who.anna().subject()))
                        .values())
                .isNotEmpty()
                .allMatch(Forgotten.class::isInstance);
        assertThat(who.anna().calls().get("/api/v1/user/interactions").json().path("items"))
                .isEmpty();
        assertThat(who.anna().calls().get("/api/v1/user/profile").json().path("interests"))
                .isEmpty();
        assertThat(who.ben().calls().get("/api/v1/user/interactions").json().path("items"))
                .hasSize(1);
        Answer certificate = who.anna().calls().get("/api/v1/user/erasures/" + who.annas() + "/certificate");
        assertThat(new String(certificate.response().body(), StandardCharsets.UTF_8))
                .startsWith("{")
                .contains(who.annas(), "\"archives of exports\"", "\"read model interactions\"", "\u2014 patina.local/")
                .doesNotContain(who.anna().name(), who.anna().subject().toString());
    }

    @Test
    void officers_are_told_that_nothing_is_left_to_tell_and_since_when() {
        String erased = OFFICER.get("/api/v1/compliance/erasures/" + who.annas())
                .json()
                .path("keysDestroyedAt")
                .asText();
        String consents = "/api/v1/compliance/subjects/" + who.anna().subject() + "/consents";
        for (String question : List.of(consents, consents + "?asOf=" + Instant.now(), consents + "/history")) {
            JsonNode told = OFFICER.get(question).json();
            assertThat(told.path("erasedAt").asText()).as(question).isEqualTo(erased);
            assertThat(told.toString()).doesNotContain("ConsentGiven");
        }
        assertThat(OFFICER.get(consents.replace(
                                who.anna().subject().toString(),
                                who.ben().subject().toString()))
                        .json()
                        .has("erasedAt"))
                .isFalse();
    }

    @Test
    void a_list_of_hers_that_waited_for_the_log_holds_up_nobody_elses() {
        RecordServed waited = new RecordServed(
                List.of(list(who.anna().subject()), list(who.ben().subject())));

        assertThat(Node.context().getBean(CommandGateway.class).<List<?>>sendAndWait(waited))
                .hasSize(1);
    }

    private static RecommendationsServed list(SubjectId subject) {
        return new RecommendationsServed(
                new RecommendationId(UUID.randomUUID()),
                subject,
                Algorithm.HYBRID,
                new ModelVersion("none"),
                LogPosition.START,
                List.of(Purpose.PERSONALIZATION),
                null,
                "home",
                new RankingInputs(
                        new Weights(0.4, 0.6, 0.1, 0.03, 0.04, 0.06),
                        1,
                        List.of(),
                        List.of(),
                        LogPosition.START,
                        LogPosition.START,
                        LogPosition.START,
                        null,
                        7,
                        null),
                List.of(),
                Instant.now());
    }

    @Test
    void a_list_of_hers_cannot_be_explained_any_more_and_says_why() {
        JsonNode hers = AuditOfUseTest.audit(who.anna().list());
        assertThat(hers.path("verdict").asText()).isEqualTo("cannot_be_told");
        assertThat(hers.path("matches").asBoolean()).isFalse();
        assertThat(hers.at("/lost/0/basis").asText()).isEqualTo("list");
        assertThat(hers.at("/lost/0/why").asText()).isEqualTo("person_erased");
        assertThat(hers.at("/lost/0/since").asText()).isNotEmpty();
        assertThat(hers.has("inForce")).isFalse();
        assertThat(hers.path("items")).isEmpty();

        JsonNode his = AuditOfUseTest.audit(who.ben().list());
        assertThat(his.path("verdict").asText()).as(his.toPrettyString()).isNotEqualTo("differs");
        assertThat(his.at("/inForce/consents/0/allowed").asBoolean()).isTrue();
    }

    @Test
    void who_comes_back_is_somebody_new_to_whom_nothing_from_before_belongs() {
        assertThat(who.clara()
                        .calls()
                        .post("/api/v1/events", view(Instant.now()))
                        .problem())
                .isEqualTo("consent-missing");
        Node.person(who.clara().name()).consenting(); // signed in anew
        assertThat(who.clara()
                        .calls()
                        .post("/api/v1/events", view(Instant.now().minus(Duration.ofHours(1))))
                        .problem())
                .isEqualTo("before-erasure");
        assertThat(who.clara()
                        .calls()
                        .post("/api/v1/events", view(Instant.now()))
                        .status())
                .isEqualTo(201);
        assertThat(Node.context()
                        .getBean(SubjectDirectory.class)
                        .knownSubjectOf(new PlatformUserId(who.clara().name())))
                .isPresent()
                .isNotEqualTo(Optional.of(who.clara().subject()));
    }

    private static String view(Instant at) {
        return "{\"messageId\":\"%s\",\"contentId\":\"joint-1\",\"kind\":\"view\",\"at\":\"%s\"}"
                .formatted(UUID.randomUUID(), at);
    }
}
