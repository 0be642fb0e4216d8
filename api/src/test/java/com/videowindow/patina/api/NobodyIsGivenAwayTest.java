package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.Calls.Answer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever asks for what is somebody else's learns no more than who asks for what never was. */
class NobodyIsGivenAwayTest {
    /** As a sender may name its requests who counts them. */
    private static final String COUNTED = "00000000-0000-4000-8000-0000000000a1";

    /** An address, and an id with which it answers its owner. */
    private record Owned(String get, String id) {
        String of(String other) {
            return get.formatted(other);
        }
    }

    @BeforeAll
    static void publish() {
        CraftCatalogue.publish();
    }

    private static List<Owned> anna() {
        Calls anna = Node.person("anna-" + UUID.randomUUID()).consenting();
        String list = anna.get("/api/v1/user/recommendations?limit=3")
                .json()
                .path("id")
                .asText();
        String export =
                anna.post("/api/v1/user/exports", "{}").json().path("id").asText();
        String part = anna.post("/api/v1/user/erasures/parts", "{\"contentId\":\"joint-1\",\"graceDays\":30}")
                .json()
                .path("id")
                .asText();
        return List.of(
                new Owned("/api/v1/user/recommendations/%s/explanation", list),
                new Owned("/api/v1/user/recommendations/%s/items/joint-2/counterfactuals", list),
                new Owned("/api/v1/user/exports/%s", export),
                new Owned("/api/v1/user/exports/%s/archive", export),
                new Owned("/api/v1/user/erasures/parts/%s", part),
                new Owned("/api/v1/user/erasures/parts/%s/certificate", part));
    }

    private static String leaves(String name) {
        return Node.person(name)
                .consenting()
                .post("/api/v1/user/erasure", "{}")
                .json()
                .path("id")
                .asText();
    }

    /** Pending, held and taken back, and one that a tool sent: under its own id and under the sender's. */
    private static Map<String, String> leaving() {
        Map<String, String> erasures = new LinkedHashMap<>();
        List.of("pending", "held", "cancelled").forEach(state -> {
            String name = state + "-" + UUID.randomUUID();
            erasures.put(leaves(name), name);
        });
        List<String> ids = List.copyOf(erasures.keySet());
        Calls officer = Node.officer();
        assertThat(officer.post(
                                "/api/v1/compliance/erasures/" + ids.get(1) + "/hold",
                                "{\"basis\":\"legal_claim\",\"reference\":\"2026-17\"}")
                        .status())
                .isEqualTo(200);
        assertThat(person(erasures, ids.get(2)).delete("/api/v1/user/erasure").status())
                .isEqualTo(200);
        String name = "sent-" + UUID.randomUUID();
        Calls sent = Node.person(name).consenting();
        assertThat(officer.post(
                                "/api/v1/compliance/opendsr/requests",
                                OpenDsrTest.body(COUNTED, "erasure", "gdpr", Instant.now(), name, ""))
                        .status())
                .isEqualTo(201);
        erasures.put(sent.get("/api/v1/user/erasure").json().path("id").asText(), name);
        return erasures;
    }

    private static Calls person(Map<String, String> erasures, String erasure) {
        return Node.person(Objects.requireNonNull(erasures.get(erasure)));
    }

    /** Read models of a node that has just started may not be there yet. */
    private static Calls ben() {
        Calls ben = Node.person("ben-" + UUID.randomUUID()).consenting();
        await().until(() -> ben.get("/api/v1/user/recommendations/" + UUID.randomUUID() + "/explanation")
                        .status()
                == 404);
        return ben;
    }

    @Test
    void what_is_anothers_and_what_never_was_have_one_answer() {
        Calls ben = ben();
        assertThat(anna()).allSatisfy(owned -> {
            UUID.fromString(owned.id()); // random, so that nobody counts up to it
            saysNothing(ben, owned);
        });
    }

    @Test
    void nor_is_anybody_told_of_an_erasure_before_it_began() {
        Calls ben = ben();
        Map<String, String> leaving = leaving();
        leaving.forEach((erasure, name) -> {
            Owned one = new Owned("/api/v1/user/erasures/%s", erasure);
            await().untilAsserted(() ->
                    assertThat(Node.person(name).get(one.of(erasure)).status()).isEqualTo(200));
            for (Calls asker : List.of(ben, Node.person("new-" + UUID.randomUUID()))) {
                saysNothing(asker, one);
                saysNothing(asker, new Owned("/api/v1/user/erasures/%s/certificate", erasure));
            }
        });
        for (String sender : new TreeSet<>(leaving.values())) {
            saysNothing(Node.person(sender), new Owned("/api/v1/user/erasures/%s", COUNTED));
        }
    }

    private static void saysNothing(Calls asker, Owned owned) {
        Answer anothers = asker.get(owned.of(owned.id()));
        Answer nobodys = asker.get(owned.of(UUID.randomUUID().toString()));
        assertThat(anothers.status()).as(owned.get()).isEqualTo(404).isEqualTo(nobodys.status());
        assertThat(said(anothers)).isEqualTo(said(nobodys));
        assertThat(names(anothers)).isEqualTo(names(nobodys));
    }

    private static ObjectNode said(Answer answer) {
        return ((ObjectNode) answer.json()).without(List.of("correlationId"));
    }

    /** Without the one that ends each hundredth request of a connection, whatever it asks for. */
    private static Set<String> names(Answer answer) {
        Set<String> names = new TreeSet<>(answer.response().headers().map().keySet());
        names.remove("connection");
        return names;
    }
}
