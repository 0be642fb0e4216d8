package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.query.recommendation.Crowd;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said of people who left, and of a part that went: signed, and checked without the engine. */
class CertifiedErasureTest {
    private static final Calls OFFICER = Node.as(Role.COMPLIANCE, "officer");
    private static WhoLeft who;

    @BeforeAll
    static void anna_and_clara_leave() {
        who = WhoLeft.once();
    }

    @Test
    void her_certificate_is_checked_with_the_public_key_alone() throws Exception {
        String certificate = Offline.text(OFFICER.get("/api/v1/compliance/erasures/" + who.annas() + "/certificate"));

        assertThat(Offline.check("check_certificate.py", certificate))
                .startsWith("good: patina.erasure.v1 " + who.annas());
        assertThat(Offline.check("check_certificate.py", certificate.replace("gdpr", "ccpa")))
                .startsWith("bad: ");
    }

    @Test
    void it_says_of_each_store_what_became_of_what_it_had_and_when() throws Exception {
        JsonNode said = DossierTest.said(
                Offline.text(OFFICER.get("/api/v1/compliance/erasures/" + who.annas() + "/certificate")));
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
        JsonNode said = DossierTest.said(
                Offline.text(OFFICER.get("/api/v1/compliance/erasures/" + who.claras() + "/certificate")));
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
        assertThat(crowd.trending().share(WhoLeft.HERS)).isZero();
        assertThat(crowd.coOccurrence().numberOf(WhoLeft.HERS)).isNegative();
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
        String address = "/api/v1/compliance/requests/" + who.annas() + "/dossier";
        await().untilAsserted(
                        () -> assertThat(Offline.text(OFFICER.get(address))).contains("PartyTold"));
        String note = Offline.text(OFFICER.get(address));

        assertThat(Offline.check("check_dossier.py", note)).startsWith("good: patina.dossier.v1 " + who.annas());
        JsonNode said = DossierTest.said(note);
        assertThat(said.path("events").findValuesAsText("type"))
                .contains("ErasureRequested", "ErasureStarted", "SubjectErased", "ErasureCertified", "PartyTold");
        assertThat(said.path("events").findValuesAsText("said").toString()).contains("fingerprint", "readableEvents");
        assertThat(said.path("consents").findValuesAsText("type")).containsExactly("ConsentGiven", "ConsentGiven");
        assertThat(said.at("/consents/0").has("change")).isFalse();
        assertThat(note).doesNotContain(who.anna().name(), "joint-1", "\"policyVersion\"");
    }

    @Test
    void the_dossier_of_a_part_binds_its_certificate_and_the_month_has_both() throws Exception {
        Answer dossier = OFFICER.get("/api/v1/compliance/requests/" + who.part() + "/dossier");
        String note = Offline.text(dossier);
        assertThat(Offline.check("check_dossier.py", note)).startsWith("good: patina.dossier.v1 " + who.part());
        assertThat(DossierTest.said(note).path("events").findValuesAsText("type"))
                .containsExactly(
                        "PartErasureRequested",
                        "PartHidden",
                        "PartErasureStarted",
                        "PartKeysClosed",
                        "PartForgotten",
                        "PartErasureCertified");
        assertThat(note).doesNotContain(who.eva().name(), "joint-1");

        JsonNode report = DossierTest.said(
                Offline.text(OFFICER.get("/api/v1/compliance/reports/" + YearMonth.now(ZoneOffset.UTC))));
        assertThat(report.path("erasures").findValuesAsText("erasure")).contains(who.annas(), who.part());
        assertThat(report.path("erasures").findValuesAsText("extent")).contains("whole", "part");
    }

    @Test
    void what_the_look_after_her_found_is_what_the_log_has_of_her() throws Exception {
        JsonNode scan = DossierTest.said(
                        Offline.text(OFFICER.get("/api/v1/compliance/erasures/" + who.annas() + "/certificate")))
                .path("scan");
        long[] hers = {0};
        LogWalk walk = Node.context().getBean(LogWalk.class);
        walk.headers(Node.context().getBean(LogInspection.class).head(), header -> {
            hers[0] += who.anna().subject().equals(header.subject()) ? 1 : 0;
        });
        assertThat(scan.path("events").asLong()).isEqualTo(hers[0]).isGreaterThanOrEqualTo(5);
        assertThat(scan.path("readableEvents").isIntegralNumber()).isTrue();
        assertThat(scan.path("readableEvents").asLong()).isZero();
    }

    @Test
    void a_part_is_certified_as_one_and_not_of_whom_nor_what_it_was() throws Exception {
        String certificate =
                Offline.text(who.eva().calls().get("/api/v1/user/erasures/parts/" + who.part() + "/certificate"));

        assertThat(Offline.check("check_certificate.py", certificate))
                .startsWith("good: patina.erasure.part.v1 " + who.part());
        assertThat(certificate)
                .contains("\"read model interactions\"", "a part of what was held", "\"documents\" : 1")
                .contains("what everybody teaches", "\"model\" : \"cooccurrence@")
                .doesNotContain("joint-1", who.eva().name(), who.eva().subject().toString());
        assertThat(who.eva().calls().get("/api/v1/user/interactions").json().path("items"))
                .isEmpty();
    }
}
