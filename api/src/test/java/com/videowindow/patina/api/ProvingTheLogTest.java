package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.audit.ProofCheck;
import com.videowindow.patina.domain.audit.ProofCheck.Checked;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What compliance hands to people who do not trust the platform. */
class ProvingTheLogTest {

    private final Calls auditor = Node.as(Role.COMPLIANCE, "auditor");
    private final ProofCheck offline =
            ServiceLoader.load(ProofCheck.class).findFirst().orElseThrow();
    private final long position = consent();

    private static long consent() {
        Calls anna = Node.person("anna-" + UUID.randomUUID());
        Answer answer =
                anna.put("/api/v1/user/consents/personalization", "{\"granted\": true, \"policyVersion\": \"1\"}");
        assertThat(answer.status()).isEqualTo(200);
        return answer.position();
    }

    @Test
    void an_event_is_proved_by_the_position_that_its_answer_named() {
        Answer proof = auditor.get("/api/v1/audit/events/" + position + "/proof");
        assertThat(proof.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(check(text(proof), Optional.empty()))
                .isInstanceOfSatisfying(
                        Checked.Holds.class, holds -> assertThat(holds.says()).containsEntry("type", "ConsentGiven"));
    }

    @Test
    void an_event_is_proved_by_its_id_and_by_its_place_in_its_stream() {
        String proof = text(auditor.get("/api/v1/audit/proof?event=" + position));
        Map<String, String> says = ((Checked.Holds) check(proof, Optional.empty())).says();
        assertThat(says.get("key")).contains("/", "@");
        for (String name : List.of(says.get("key"), says.get("id"))) {
            String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
            assertThat(text(auditor.get("/api/v1/audit/proof?event=" + encoded)))
                    .isEqualTo(proof);
        }
        assertThat(text(auditor.get("/api/v1/audit/events/" + says.get("id") + "/proof")))
                .isEqualTo(proof);
        assertThat(auditor.get("/api/v1/audit/proof?event=nobody/7@0").problem())
                .isEqualTo("not-found");
        assertThat(auditor.get("/api/v1/audit/proof").problem()).isEqualTo("invalid-request");
        assertThat(Node.engineer().get("/api/v1/audit/proof?event=0").status()).isEqualTo(403);
    }

    @Test
    void who_asks_for_a_proof_of_what_somebody_did_looks_at_them() {
        Calls ben = Node.person("ben-" + UUID.randomUUID());
        long position = ben.put(
                        "/api/v1/user/consents/personalization", "{\"granted\": true, \"policyVersion\": \"1\"}")
                .position();
        assertThat(ben.get("/api/v1/user/consents/personalization/receipt").status())
                .as("one's own")
                .isEqualTo(200);
        text(auditor.get("/api/v1/audit/events/" + position + "/proof"));
        text(auditor.get("/api/v1/audit/proof?event=" + position, "Lookup-Reason", "complaint"));

        await().untilAsserted(() -> {
            JsonNode seen = ben.get("/api/v1/user/lookups").json().path("items");
            assertThat(seen.findValuesAsText("kind")).containsExactly("proof", "proof");
            assertThat(seen.at("/0/reason").asText()).isEqualTo("complaint");
        });
    }

    @Test
    void a_read_model_can_be_bound_to_the_signed_log_at_its_position() {
        String bound = text(auditor.get("/api/v1/audit/checkpoint?position=" + position));
        String newest = text(auditor.post("/api/v1/audit/checkpoint", ""));
        assertThat(check(bound, Optional.empty())).isInstanceOf(Checked.Holds.class);
        String growth = text(auditor.get("/api/v1/audit/growth?since=" + bound.split("\n", -1)[1]));
        assertThat(check(growth, Optional.of(bound))).isInstanceOf(Checked.Holds.class);
        assertThat(check(newest, Optional.empty())).isInstanceOf(Checked.Holds.class);
        assertThat(text(auditor.get("/api/v1/audit/checkpoint"))).isNotEmpty();
    }

    @Test
    void the_public_key_is_everybodys_and_the_rest_is_not() {
        assertThat(text(new Calls(Node.address(), null).get("/api/v1/audit/key")))
                .startsWith("patina.local/");
        String proof = "/api/v1/audit/events/" + position + "/proof";
        assertThat(new Calls(Node.address(), null).get(proof).status()).isEqualTo(401);
        assertThat(Node.engineer().get(proof).status()).isEqualTo(403);
        assertThat(Node.person("anna").get("/api/v1/audit/checkpoint").status()).isEqualTo(403);
    }

    @Test
    void what_is_not_there_is_a_problem() {
        assertThat(auditor.get("/api/v1/audit/events/999999999999/proof").problem())
                .isEqualTo("not-found");
        assertThat(auditor.get("/api/v1/audit/events/no-such-id/proof", "Accept", "text/plain")
                        .problem())
                .isEqualTo("not-found");
        assertThat(auditor.get("/api/v1/audit/checkpoint?position=999999999999").problem())
                .isEqualTo("not-found");
        assertThat(auditor.get("/api/v1/audit/checkpoint?position=-5").problem())
                .isEqualTo("invalid-request");
        assertThat(auditor.get("/api/v1/audit/growth?since=999999999").problem())
                .isEqualTo("invalid-request");
    }

    private Checked check(String proof, Optional<String> before) {
        String key = text(new Calls(Node.address(), null).get("/api/v1/audit/key"));
        return offline.check(proof, key, before);
    }

    private static String text(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return new String(answer.response().body(), StandardCharsets.UTF_8);
    }
}
