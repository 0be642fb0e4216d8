package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.consent.TextHash;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Each entry of somebody's ledger has a receipt, which says what happened and what holds as it is made. */
class ReceiptsTest {
    private static final String CONSENTS = "/api/v1/user/consents/";
    private static final String TRAINING = CONSENTS + "training";
    private static final String YES = "{\"granted\": true, \"policyVersion\": \"1\", \"jurisdiction\": \"DE\"}";
    private static final Calls OFFICER = Node.as(Role.COMPLIANCE, "olga");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String name = "anna-" + UUID.randomUUID();
    private final Calls anna = Node.person(name);

    private String ofAnna(String path) {
        return "/api/v1/compliance/subjects/"
                + Node.context()
                        .getBean(SubjectDirectory.class)
                        .knownSubjectOf(new PlatformUserId(name))
                        .orElseThrow()
                + path;
    }

    private Answer rule(String ruling) {
        return OFFICER.post(ofAnna("/consents/training/rulings"), ruling);
    }

    /** Checked offline, and read. */
    private static JsonNode record(Answer receipt) throws Exception {
        assertThat(receipt.status()).as(() -> Offline.text(receipt)).isEqualTo(200);
        assertThat(Offline.check("check_receipt.py", Offline.text(receipt))).startsWith("good: ");
        return MAPPER.readTree(receipt.json().path("receipt").asText().split("\n\n", 2)[0]);
    }

    private JsonNode newest() throws Exception {
        return record(anna.get(TRAINING + "/receipt"));
    }

    private static String stands(JsonNode record) {
        return record.at("/event/log_event").asText() + ", "
                + record.at("/event/event_state").asText() + ", now "
                + record.at("/state_at_issue/event_state").asText() + " "
                + record.at("/state_at_issue/valid_for_processing").asText();
    }

    @Test
    void what_was_decided_since_the_choice_is_on_the_receipt() throws Exception {
        long given = anna.put(TRAINING, YES).position();
        assertThat(stands(newest())).isEqualTo("ConsentGiven, dpv:ConsentGiven, now dpv:ConsentGiven true");

        assertThat(rule("{\"ruling\": \"revoke\", \"reference\": \"kase-1\"}").status())
                .isEqualTo(200);
        JsonNode revoked = newest();
        assertThat(stands(revoked)).isEqualTo("ConsentRevoked, dpv:ConsentRevoked, now dpv:ConsentRevoked false");
        assertThat(revoked.at("/event/entity_id").asText()).isEqualTo("controller");
        assertThat(revoked.at("/event/entity_role").asText()).isEqualTo("officer");
        assertThat(revoked.toString()).doesNotContain("kase-1", "olga");

        JsonNode first = record(anna.get(CONSENTS + "history/" + given + "/receipt"));
        assertThat(stands(first)).isEqualTo("ConsentGiven, dpv:ConsentGiven, now dpv:ConsentRevoked false");
        assertThat(first.path("record_id").asLong()).isEqualTo(given);
        assertThat(first.at("/state_at_issue/log_position").asLong())
                .isGreaterThanOrEqualTo(revoked.path("record_id").asLong());
        assertThat(first.path("receipt_id")).isNotEqualTo(revoked.path("receipt_id"));
    }

    @Test
    void objections_restrictions_and_controls_have_receipts_too() throws Exception {
        anna.put(TRAINING, YES);
        anna.put(TRAINING + "/objection", "{}");
        anna.put(TRAINING + "/restriction", "{\"ground\": \"claims\"}");
        anna.get(CONSENTS + "history", "Sec-GPC", "1");
        anna.put("/api/v1/user/controls/non_profiling", "{\"on\": true}");
        anna.put("/api/v1/user/controls/minor", "{\"on\": true}");
        anna.put("/api/v1/user/controls/non_profiling", "{\"on\": false}");

        List<String> all = new ArrayList<>();
        for (JsonNode change : anna.get(CONSENTS + "history").json().path("changes")) {
            JsonNode record = record(anna.get(CONSENTS + "history/" + change.path("position") + "/receipt"));
            assertThat(record.at("/event/log_event")).isEqualTo(change.path("event"));
            all.add(record.at("/event/event_type").asText() + " "
                    + record.at("/pii_processing/control/name").asText() + " "
                    + record.at("/event/event_state").asText());
        }
        assertThat(all)
                .containsExactly(
                        "dpv:OptingInToProcess non_profiling off",
                        "dpv:Child minor on",
                        "dpv:OptingOutFromProcess non_profiling on",
                        "dpv:OptingOutFromProcess sharing_opt_out on",
                        "dpv:OptingOutFromProcess sale_opt_out on",
                        "eu-gdpr:A18  dpv:ConsentGiven",
                        "dpv:ObjectingToProcess  dpv:ConsentGiven",
                        "dpv:ExpressedConsent  dpv:ConsentGiven");
        JsonNode state = newest().path("state_at_issue");
        assertThat(state.path("restricted").asBoolean()
                        && state.path("objected").asBoolean())
                .isTrue();
        assertThat(state.path("controls_on"))
                .extracting(JsonNode::asText)
                .containsExactly("sale_opt_out", "sharing_opt_out", "minor");
    }

    @Test
    void what_ran_out_has_a_receipt_by_the_engine() throws Exception {
        String purpose = "figures_" + UUID.randomUUID().toString().substring(0, 8);
        String texts = "\"texts\":[{\"language\":\"en\",\"title\":\"Figures\",\"text\":\"May we count?\"}]";
        assertThat(OFFICER.put(
                                "/api/v1/compliance/purposes/" + purpose,
                                "{" + texts + ",\"recipients\":[\"Count & Sons\"],\"offered\":true}")
                        .status())
                .isEqualTo(200);
        String policies = "/api/v1/compliance/policies/" + purpose + "/";
        assertThat(OFFICER.put(policies + "p-1", "{" + texts + "}").status()).isEqualTo(200);
        String hash = TextHash.of("May we count?").value();
        String yes = "{\"granted\":true,\"policyVersion\":\"p-1\",\"textHash\":\"%s\"}".formatted(hash);
        await().until(() -> anna.put(CONSENTS + purpose, yes).status() == 200);
        JsonNode given = record(anna.get(CONSENTS + purpose + "/receipt"));
        assertThat(given.at("/pii_processing/language").asText()).isEqualTo("en");
        assertThat(given.at("/pii_processing/privacy_notice_sha256").asText()).isEqualTo(hash);
        assertThat(given.at("/pii_processing/purposes/0/purpose_version").asInt())
                .isEqualTo(1);
        assertThat(given.at("/pii_processing/purposes/0/recipient_third_parties/0")
                        .asText())
                .isEqualTo("Count & Sons");

        String renewed = "{" + texts + ",\"renewBy\":\"" + Instant.now().plusMillis(200) + "\"}";
        assertThat(OFFICER.put(policies + "p-2", renewed).status()).isEqualTo(200);
        JsonNode expired = await().atMost(Duration.ofSeconds(100))
                .until(
                        () -> record(anna.get(CONSENTS + purpose + "/receipt")),
                        one -> one.at("/event/log_event").asText().equals("ConsentExpired"));
        assertThat(expired.at("/event/event_state").asText()).isEqualTo("dpv:ConsentExpired");
        assertThat(expired.at("/event/entity_role").asText()).isEqualTo("engine");
        await().until(() ->
                anna.get(CONSENTS + purpose).json().path("by").asText().equals("engine"));
    }

    /** By the guide of the W3C's Data Privacy Vocabularies and Controls Community Group to ISO/IEC TS 27560:2023. */
    @Test
    void has_every_field_that_the_specification_makes_mandatory() throws Exception {
        anna.put(TRAINING, YES);
        JsonNode record = newest();
        assertThat(record.fieldNames())
                .toIterable()
                .contains("schema_version", "receipt_id", "record_id", "pii_principal_id");
        JsonNode processing = record.path("pii_processing");
        assertThat(processing.fieldNames()).toIterable().contains("privacy_notice", "language", "purposes");
        JsonNode use = processing.at("/purposes/0");
        assertThat(use.fieldNames())
                .toIterable()
                .contains(
                        "purpose",
                        "purpose_type",
                        "lawful_basis",
                        "pii_information",
                        "pii_controllers",
                        "collection_method",
                        "storage_locations",
                        "retention_period",
                        "jurisdiction",
                        "recipient_third_parties",
                        "withdrawal_method",
                        "privacy_rights");
        assertThat(use.path("jurisdiction").path(0).asText()).isEqualTo("DE");
        assertThat(use.path("pii_information").findValuesAsText("pii_type")).containsExactly("interaction", "feedback");
        assertThat(use.path("retention_period").asText()).contains("interaction: ");
        assertThat(record.path("party_identification"))
                .allSatisfy(party ->
                        assertThat(party.fieldNames()).toIterable().contains("party_id", "party_role", "party_type"));
        assertThat(record.at("/party_identification/0").fieldNames())
                .toIterable()
                .contains("party_name", "party_address", "party_contact");
        assertThat(record.path("event").fieldNames())
                .toIterable()
                .contains("event_time", "validity_duration", "entity_id", "event_type", "event_state");
        assertThat(record.at("/event/entity_id")).isEqualTo(record.path("pii_principal_id"));
    }

    @Test
    void nobody_has_receipts_of_others() {
        long position = anna.put(TRAINING, YES).position();
        Calls ben = Node.person("ben-" + UUID.randomUUID()).consenting();
        String address = CONSENTS + "history/%d/receipt";
        assertThat(ben.get(address.formatted(position)).status()).isEqualTo(404);
        assertThat(anna.get(address.formatted(position + 1_000_000)).status()).isEqualTo(404);
        assertThat(anna.get(CONSENTS + "history/-1/receipt").status()).isEqualTo(404);
    }

    @Test
    void what_has_ended_is_not_ended_again() {
        anna.put(TRAINING, YES);
        anna.put(TRAINING, YES.replace("true", "false"));
        for (String ruling : List.of("invalidate", "revoke")) {
            Answer refused = rule("{\"ruling\": \"%s\", \"reference\": \"kase-2\"}".formatted(ruling));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("consent-state");
            assertThat(refused.json().path("detail").asText()).startsWith("It is dpv:ConsentWithdrawn.");
        }
    }

    @Test
    void a_no_after_a_revocation_is_a_refusal_only_of_who_was_asked_again() {
        String no = YES.replace("true", "false");
        anna.put(TRAINING, YES);
        rule("{\"ruling\": \"revoke\", \"reference\": \"kase-3\"}");
        assertThat(anna.put(TRAINING, no).json().path("term").asText()).isEqualTo("dpv:ConsentRevoked");
        anna.post(CONSENTS + "notices", "{\"purposes\":[\"training\"],\"policyVersion\":\"1\",\"channel\":\"web\"}");
        assertThat(anna.put(TRAINING, no).json().path("term").asText()).isEqualTo("dpv:ConsentRefused");
    }

    @Test
    void the_timeline_says_what_was_seen_and_who_decided() {
        Answer shown = anna.post(
                CONSENTS + "notices",
                "{\"purposes\":[\"training\"],\"policyVersion\":\"1\",\"channel\":\"web\",\"jurisdiction\":\"DE\"}");
        String notice = shown.json().at("/notices/0/noticeId").asText();
        anna.put(TRAINING, YES.replace("}", ",\"noticeId\":\"%s\"}".formatted(notice)));
        rule("{\"ruling\": \"restrict\", \"reference\": \"kase-4\", \"ground\": \"claims\"}");

        JsonNode officers = OFFICER.get(ofAnna("/consents/history")).json().path("changes");
        JsonNode restricted = officers.path(0);
        assertThat(restricted.path("by").asText()).isEqualTo("officer");
        assertThat(restricted.path("ground").asText()).isEqualTo("claims");
        assertThat(restricted.path("reference").asText()).isEqualTo("kase-4");
        assertThat(restricted.path("officer").asText()).matches("[0-9a-f-]{36}");
        JsonNode given = officers.path(1);
        assertThat(given.path("by").asText()).isEqualTo("subject");
        assertThat(given.path("policyVersion").asText()).isEqualTo("1");
        assertThat(given.path("noticeId").asText()).isEqualTo(notice);
        assertThat(given.path("jurisdiction").asText()).isEqualTo("DE");
        assertThat(given.path("term").asText()).isEqualTo("dpv:ConsentGiven");
        assertThat(officers.path(2).path("by").asText()).isEqualTo("operator");

        Answer revoked = rule("{\"ruling\": \"revoke\", \"reference\": \"kase-5\"}");
        assertThat(revoked.json().path("by").asText()).isEqualTo("officer");
        JsonNode choice = training(
                OFFICER.get(ofAnna("/consents?after=" + revoked.position())).json());
        assertThat(choice.path("by").asText()).isEqualTo("officer");
        assertThat(choice.path("noticeId").asText()).isEqualTo(notice);

        JsonNode own = anna.get(CONSENTS + "history?before=" + revoked.position())
                .json()
                .path("changes");
        assertThat(own.path(0).path("by").asText()).isEqualTo("officer");
        assertThat(own.path(0).has("officer") || own.path(0).has("reference")).isFalse();
        assertThat(own.path(1)).isEqualTo(given);
    }

    private static JsonNode training(JsonNode all) {
        return StreamSupport.stream(all.path("choices").spliterator(), false)
                .filter(one -> one.path("purpose").asText().equals("training"))
                .findFirst()
                .orElseThrow();
    }
}
