package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.Calls.Answer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever asks for what is somebody else's learns no more than who asks for what never was. */
class NobodyIsGivenAwayTest {
    /** An address, and an id with which it answers its owner. That of a whole erasure is not among them: who left has nothing but it. */
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
                new Owned("/api/v1/user/exports/%s", export),
                new Owned("/api/v1/user/exports/%s/archive", export),
                new Owned("/api/v1/user/erasures/parts/%s", part),
                new Owned("/api/v1/user/erasures/parts/%s/certificate", part));
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
            Answer anothers = ben.get(owned.of(owned.id()));
            Answer nobodys = ben.get(owned.of(UUID.randomUUID().toString()));
            assertThat(anothers.status()).as(owned.get()).isEqualTo(404).isEqualTo(nobodys.status());
            assertThat(said(anothers)).isEqualTo(said(nobodys));
            assertThat(names(anothers)).isEqualTo(names(nobodys));
        });
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
