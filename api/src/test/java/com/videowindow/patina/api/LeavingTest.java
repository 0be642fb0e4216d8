package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.command.recommendation.RecordServed;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.catalog.ContentId;
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
import com.videowindow.patina.query.recommendation.Crowd;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People leave, and nothing of them is left to read. */
class LeavingTest {

    private static final Calls OFFICER = Node.as(Role.COMPLIANCE, "officer");
    private static final Duration SOON = Duration.ofSeconds(90);

    /** Nobody but Clara watched it. */
    private static final ContentId HERS = new ContentId("bowl-8");

    private static Somebody anna;
    private static Somebody ben;
    private static Somebody clara;
    private static String left;
    private static String claras;
    private static Somebody eva;
    private static String part;

    /** Together, since Elasticsearch lets go of what was deleted only after half a minute. */
    @BeforeAll
    static void anna_and_clara_leave() {
        CraftCatalogue.publish();
        anna = Somebody.with("anna");
        ben = Somebody.with("ben");
        clara = Somebody.with("clara");
        clara.calls().post("/api/v1/events", CraftCatalogue.view("m-2", HERS.value()));
        eva = Somebody.with("eva");
        Crowd crowd = Node.context().getBean(Crowd.class);
        await().atMost(SOON).until(() -> crowd.trending().share(HERS) > 0);
        await().untilAsserted(() -> assertThat(
                        anna.calls().get("/api/v1/user/interactions").json().path("items"))
                .hasSize(1));
        part = eva.calls()
                .post("/api/v1/user/erasures/parts", "{\"contentId\":\"joint-1\"}")
                .json()
                .path("id")
                .asText();
        left = anna.leave().path("id").asText();
        claras = clara.leave().path("id").asText();
        completed(left);
        completed(claras);
        completed("parts/" + part);
    }

    /** Asked twice a second: each look is an event that read models have to come to. */
    private static JsonNode completed(String id) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> assertThat(
                        OFFICER.get("/api/v1/compliance/erasures/" + id)
                                .json()
                                .path("state")
                                .asText())
                .isEqualTo("completed"));
        return OFFICER.get("/api/v1/compliance/erasures/" + id).json();
    }

    @Test
    void all_that_was_said_about_her_is_forgotten_and_certified() {
        assertThat(Node.context().getBean(PastEvents.class).stream(ConsentEvent.stream(anna.subject()))
                        .values())
                .isNotEmpty()
                .allMatch(Forgotten.class::isInstance);
        assertThat(anna.calls().get("/api/v1/user/interactions").json().path("items"))
                .isEmpty();
        assertThat(anna.calls().get("/api/v1/user/profile").json().path("interests"))
                .isEmpty();
        assertThat(ben.calls().get("/api/v1/user/interactions").json().path("items"))
                .hasSize(1);
        Answer certificate = anna.calls().get("/api/v1/user/erasures/" + left + "/certificate");
        assertThat(new String(certificate.response().body(), StandardCharsets.UTF_8))
                .startsWith("{")
                .contains(left, "\"archives of exports\"", "\"read model interactions\"", "\u2014 patina.local/")
                .doesNotContain(anna.name(), anna.subject().toString());
    }

    @Test
    void officers_are_told_that_nothing_is_left_to_tell_and_since_when() {
        String erased = OFFICER.get("/api/v1/compliance/erasures/" + left)
                .json()
                .path("keysDestroyedAt")
                .asText();
        String consents = "/api/v1/compliance/subjects/" + anna.subject() + "/consents";
        for (String question : List.of(consents, consents + "?asOf=" + Instant.now(), consents + "/history")) {
            JsonNode told = OFFICER.get(question).json();
            assertThat(told.path("erasedAt").asText()).as(question).isEqualTo(erased);
            assertThat(told.toString()).doesNotContain("ConsentGiven");
        }
        assertThat(OFFICER.get(consents.replace(
                                anna.subject().toString(), ben.subject().toString()))
                        .json()
                        .has("erasedAt"))
                .isFalse();
    }

    @Test
    void a_list_of_hers_that_waited_for_the_log_holds_up_nobody_elses() {
        RecordServed waited = new RecordServed(List.of(list(anna.subject()), list(ben.subject())));

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
                        7),
                List.of(),
                Instant.now());
    }

    @Test
    void her_certificate_is_checked_with_the_public_key_alone() throws Exception {
        String certificate = Offline.text(OFFICER.get("/api/v1/compliance/erasures/" + left + "/certificate"));

        assertThat(Offline.check("check_certificate.py", certificate)).startsWith("good: patina.erasure.v1 " + left);
        assertThat(Offline.check("check_certificate.py", certificate.replace("gdpr", "ccpa")))
                .startsWith("bad: ");
    }

    @Test
    void it_says_of_each_store_what_became_of_what_it_had_and_when() throws Exception {
        JsonNode said =
                DossierTest.said(Offline.text(OFFICER.get("/api/v1/compliance/erasures/" + left + "/certificate")));
        ObjectNode stores = JsonNodeFactory.instance.objectNode();
        said.path("stores").forEach(store -> stores.set(store.path("store").asText(), store));

        assertThat(stores.path("read model consent-ledger").path("emptied").asInt())
                .isEqualTo(1);
        assertThat(stores.path("read model interest-profiles").path("emptied").asInt())
                .isEqualTo(1);
        assertThat(stores.path("read model interactions").path("deleted").asInt())
                .isEqualTo(1);
        assertThat(stores.path("read model interactions").path("emptied").asInt())
                .isZero();
        assertThat(stores.path("caches of the node that cleared").path("how").asText())
                .isEqualTo("evicted");
        JsonNode others = stores.path("caches of other nodes");
        assertThat(others.path("how").asText()).isEqualTo("evicted_by_event");
        assertThat(Instant.parse(others.path("keysAtMostUntil").asText()))
                .isEqualTo(Instant.parse(others.path("at").asText()).plusSeconds(30));
        assertThat(stores.path("dead letters").path("how").asText()).isEqualTo("holds_no_content");
        JsonNode parties = stores.path("others who hold something");
        assertThat(parties.path("told").asInt() + parties.path("toBeTold").asInt())
                .as(parties.toString())
                .isEqualTo(1);
        assertThat(stores).isNotEmpty().allSatisfy(store -> {
            assertThat(store.path("rule").asText()).isEqualTo("gdpr");
            assertThat(store.path("by").asText()).isEqualTo("engine");
        });
        List<Instant> times = Stream.of(
                        said.path("started"),
                        said.path("keysDestroyed"),
                        stores.path("directory of people").path("at"),
                        stores.path("read model consent-ledger").path("at"),
                        stores.path("files of the key store").path("at"),
                        said.path("completed"))
                .map(JsonNode::asText)
                .map(Instant::parse)
                .toList();
        assertThat(times).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void what_she_taught_for_others_is_learned_anew_without_her_before_it_is_certified() throws Exception {
        JsonNode said =
                DossierTest.said(Offline.text(OFFICER.get("/api/v1/compliance/erasures/" + claras + "/certificate")));
        JsonNode here = store(said, "what everybody teaches, on the node that cleared");
        String model = here.path("model").asText();

        assertThat(here.path("how").asText()).isEqualTo("learned_anew");
        assertThat(model)
                .startsWith("cooccurrence@")
                .isNotEqualTo(here.path("modelBefore").asText());
        assertThat(Long.parseLong(model.substring(model.indexOf('@') + 1)))
                .as("learned from a log that says that her keys are gone")
                .isGreaterThan(said.path("logPosition").asLong());
        assertThat(Instant.parse(here.path("at").asText()))
                .isBetween(
                        Instant.parse(said.path("keysDestroyed").asText()),
                        Instant.parse(said.path("completed").asText()));
        JsonNode elsewhere = store(said, "what everybody teaches, on other nodes");
        assertThat(elsewhere.path("how").asText()).isEqualTo("learned_anew_by_event");
        assertThat(Instant.parse(elsewhere.path("learningBeginsBy").asText()))
                .isEqualTo(Instant.parse(elsewhere.path("at").asText()).plusSeconds(60));

        Crowd crowd = Node.context().getBean(Crowd.class);
        assertThat(crowd.trending().share(HERS)).isZero();
        assertThat(crowd.coOccurrence().numberOf(HERS)).isNegative();
    }

    private static JsonNode store(JsonNode certificate, String name) {
        for (JsonNode store : certificate.path("stores")) {
            if (store.path("store").asText().equals(name)) {
                return store;
            }
        }
        throw new AssertionError("no " + name + " in " + certificate);
    }

    @Test
    void her_dossier_binds_what_was_destroyed_looked_through_and_told_and_says_nothing_of_her() throws Exception {
        String address = "/api/v1/compliance/requests/" + left + "/dossier";
        await().untilAsserted(
                        () -> assertThat(Offline.text(OFFICER.get(address))).contains("PartyTold"));
        String note = Offline.text(OFFICER.get(address));

        assertThat(Offline.check("check_dossier.py", note)).startsWith("good: patina.dossier.v1 " + left);
        JsonNode said = DossierTest.said(note);
        assertThat(said.path("events").findValuesAsText("type"))
                .contains("ErasureRequested", "ErasureStarted", "SubjectErased", "ErasureCertified", "PartyTold");
        assertThat(said.path("events").findValuesAsText("said").toString()).contains("fingerprint", "readableEvents");
        assertThat(said.path("consents").findValuesAsText("type")).containsExactly("ConsentGiven", "ConsentGiven");
        assertThat(said.at("/consents/0").has("change")).isFalse();
        assertThat(note).doesNotContain(anna.name(), "joint-1", "\"policyVersion\"");
    }

    @Test
    void a_list_of_hers_cannot_be_explained_any_more_and_says_why() {
        JsonNode hers = AuditOfUseTest.audit(anna.list());
        assertThat(hers.path("verdict").asText()).isEqualTo("cannot_be_told");
        assertThat(hers.path("matches").asBoolean()).isFalse();
        assertThat(hers.at("/lost/0/basis").asText()).isEqualTo("list");
        assertThat(hers.at("/lost/0/why").asText()).isEqualTo("person_erased");
        assertThat(hers.at("/lost/0/since").asText()).isNotEmpty();
        assertThat(hers.has("inForce")).isFalse();
        assertThat(hers.path("items")).isEmpty();

        JsonNode his = AuditOfUseTest.audit(ben.list());
        assertThat(his.path("verdict").asText()).as(his.toPrettyString()).isNotEqualTo("differs");
        assertThat(his.at("/inForce/consents/0/allowed").asBoolean()).isTrue();
    }

    @Test
    void the_dossier_of_a_part_binds_its_certificate_and_the_month_has_both() throws Exception {
        Answer dossier = OFFICER.get("/api/v1/compliance/requests/" + part + "/dossier");
        String note = Offline.text(dossier);
        assertThat(Offline.check("check_dossier.py", note)).startsWith("good: patina.dossier.v1 " + part);
        assertThat(DossierTest.said(note).path("events").findValuesAsText("type"))
                .containsExactly(
                        "PartErasureRequested",
                        "PartHidden",
                        "PartErasureStarted",
                        "PartKeysClosed",
                        "PartForgotten",
                        "PartErasureCertified");
        assertThat(note).doesNotContain(eva.name(), "joint-1");

        JsonNode report = DossierTest.said(
                Offline.text(OFFICER.get("/api/v1/compliance/reports/" + YearMonth.now(ZoneOffset.UTC))));
        assertThat(report.path("erasures").findValuesAsText("erasure")).contains(left, part);
        assertThat(report.path("erasures").findValuesAsText("extent")).contains("whole", "part");
    }

    @Test
    void what_the_look_after_her_found_is_what_the_log_has_of_her() throws Exception {
        JsonNode scan = DossierTest.said(
                        Offline.text(OFFICER.get("/api/v1/compliance/erasures/" + left + "/certificate")))
                .path("scan");
        long[] hers = {0};
        LogWalk walk = Node.context().getBean(LogWalk.class);
        walk.headers(Node.context().getBean(LogInspection.class).head(), header -> {
            hers[0] += anna.subject().equals(header.subject()) ? 1 : 0;
        });
        assertThat(scan.path("events").asLong()).isEqualTo(hers[0]).isGreaterThanOrEqualTo(5);
        assertThat(scan.path("readableEvents").isIntegralNumber()).isTrue();
        assertThat(scan.path("readableEvents").asLong()).isZero();
    }

    @Test
    void a_part_is_certified_as_one_and_not_of_whom_nor_what_it_was() throws Exception {
        String certificate = Offline.text(eva.calls().get("/api/v1/user/erasures/parts/" + part + "/certificate"));

        assertThat(Offline.check("check_certificate.py", certificate))
                .startsWith("good: patina.erasure.part.v1 " + part);
        assertThat(certificate)
                .contains("\"read model interactions\"", "a part of what was held", "\"documents\" : 1")
                .contains("what everybody teaches", "\"model\" : \"cooccurrence@")
                .doesNotContain("joint-1", eva.name(), eva.subject().toString());
        assertThat(eva.calls().get("/api/v1/user/interactions").json().path("items"))
                .isEmpty();
    }

    @Test
    void who_comes_back_is_somebody_new_to_whom_nothing_from_before_belongs() {
        assertThat(clara.calls().post("/api/v1/events", view(Instant.now())).problem())
                .isEqualTo("consent-missing");
        Node.person(clara.name()).consenting(); // signed in anew
        assertThat(clara.calls()
                        .post("/api/v1/events", view(Instant.now().minus(Duration.ofHours(1))))
                        .problem())
                .isEqualTo("before-erasure");
        assertThat(clara.calls().post("/api/v1/events", view(Instant.now())).status())
                .isEqualTo(201);
        assertThat(Node.context().getBean(SubjectDirectory.class).knownSubjectOf(new PlatformUserId(clara.name())))
                .isPresent()
                .isNotEqualTo(Optional.of(clara.subject()));
    }

    private static String view(Instant at) {
        return "{\"messageId\":\"%s\",\"contentId\":\"joint-1\",\"kind\":\"view\",\"at\":\"%s\"}"
                .formatted(UUID.randomUUID(), at);
    }
}
