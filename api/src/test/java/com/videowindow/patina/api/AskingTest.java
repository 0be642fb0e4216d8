package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.consent.TextHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are asked, that they were, and what they can show of their answers. */
class AskingTest {
    private static final String CONSENTS = "/api/v1/user/consents/";
    private static final String PERSONALIZATION = CONSENTS + "personalization";
    private static final String YES = "{\"granted\": true, \"policyVersion\": \"1\"}";
    private static final String RENEWED = "asked_anew";
    private static final String DENIED = "asked_and_denied";
    private static final String TRANSLATED = "asked_in_words";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Calls OFFICER = Node.as(Role.COMPLIANCE, "olga");

    private final String name = "anna-" + UUID.randomUUID();
    private final Calls anna = Node.person(name);

    /** Of this test alone: what other tests ask about on this node stays as it is. */
    @BeforeAll
    static void define() {
        for (String purpose : List.of(RENEWED, DENIED, TRANSLATED)) {
            assertThat(OFFICER.put("/api/v1/compliance/purposes/" + purpose, """
                                    {"texts": [{"language": "en", "title": "Experiments", "text": "We try things."}],
                                     "recipients": []}""")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_new_policy_asks_for_consent_again() {
        String policies = "/api/v1/compliance/policies/" + RENEWED + "/";
        String text = "{\"language\":\"en\",\"title\":\"Experiments\",\"text\":\"May we try things?\"}";
        anna.put(CONSENTS + RENEWED, YES);
        String first = "{\"texts\":[" + text + "], \"validMonths\": 12}";
        assertThat(OFFICER.put(policies + "e-1", first).status()).isEqualTo(200);
        assertThat(OFFICER.put(policies + "e-1", first).status()).isEqualTo(200);
        assertThat(OFFICER.put(policies + "e-1", first.replace("try", "do")).problem())
                .isEqualTo("policy-stands");

        JsonNode asked = anna.get("/api/v1/user/policies").json().path("policies");
        JsonNode question = asked.findParents("policyVersion").stream()
                .filter(one -> one.path("purpose").asText().equals(RENEWED))
                .findFirst()
                .orElseThrow();
        String hash = TextHash.of("May we try things?").value();
        assertThat(question.path("textHash").asText()).isEqualTo(hash);
        assertThat(anna.put(CONSENTS + RENEWED, YES).problem()).isEqualTo("implausible");
        String notice = noticed(RENEWED, "e-1");
        String answer =
                "{\"granted\":true,\"policyVersion\":\"e-1\",\"textHash\":\"%s\",\"noticeId\":\"%s\",\"jurisdiction\":\"DE\"}";
        assertThat(anna.put(
                                CONSENTS + RENEWED,
                                answer.formatted(TextHash.of("else").value(), notice))
                        .problem())
                .isEqualTo("implausible");
        JsonNode given =
                anna.put(CONSENTS + RENEWED, answer.formatted(hash, notice)).json();
        assertThat(given.path("noticeId").asText()).isEqualTo(notice);
        JsonNode newest = anna.get(CONSENTS + "history").json().at("/changes/0");
        assertThat(newest.path("textHash").asText()).isEqualTo(hash);
        assertThat(LocalDate.parse(given.path("expires").asText()))
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusMonths(12).plusDays(1));

        String second =
                "{\"texts\":[" + text + "], \"renewBy\": \"" + Instant.now().plusMillis(700) + "\"}";
        assertThat(OFFICER.put(policies + "e-2", second).status()).isEqualTo(200);
        assertThat(anna.get(CONSENTS + RENEWED).json().path("granted").asBoolean())
                .isTrue();
        await().until(() -> {
            JsonNode choice = anna.get(CONSENTS + RENEWED).json();
            boolean noticed = choice.path("term").asText().equals("dpv:ConsentExpired");
            return !choice.path("granted").asBoolean() && (choice.path("over").asBoolean() || noticed);
        });
        assertThat(anna.put(CONSENTS + RENEWED, YES.replace("\"1\"", "\"e-2\""))
                        .json()
                        .path("term")
                        .asText())
                .isEqualTo("dpv:RenewedConsentGiven");
    }

    @Test
    void a_no_is_always_taken_and_nothing_untrue_is_recorded_of_it() {
        String version = "w-" + UUID.randomUUID();
        String text = "{\"language\":\"en\",\"title\":\"Experiments\",\"text\":\"May we now?\"}";
        assertThat(OFFICER.put("/api/v1/compliance/policies/" + DENIED + "/" + version, "{\"texts\":[" + text + "]}")
                        .status())
                .isEqualTo(200);
        anna.put(CONSENTS + DENIED, YES.replace("\"1\"", "\"" + version + "\""));

        Answer no = anna.put(
                CONSENTS + DENIED,
                "{\"granted\":false,\"policyVersion\":\"nope\",\"textHash\":\"%s\",\"noticeId\":\"n-1\"}"
                        .formatted("a".repeat(64)));
        assertThat(no.status()).isEqualTo(200);
        assertThat(no.json().path("notRecorded"))
                .extracting(JsonNode::asText)
                .containsExactly("policyVersion", "textHash", "noticeId");
        JsonNode stands =
                anna.get(CONSENTS + DENIED + "?after=" + no.position()).json();
        assertThat(stands.path("term").asText()).isEqualTo("dpv:ConsentWithdrawn");
        assertThat(stands.path("policyVersion").asText()).isEqualTo(version);
        assertThat(stands.has("textHash") || stands.has("noticeId")).isFalse();
        assertThat(anna.get(CONSENTS + DENIED + "/receipt")
                        .json()
                        .path("receipt")
                        .asText())
                .contains(version)
                .doesNotContain("nope", "aaaaaaaa");
    }

    private String noticed(String purpose, String policy) {
        Answer shown = anna.post(
                CONSENTS + "notices",
                "{\"purposes\":[\"" + purpose + "\"],\"policyVersion\":\"" + policy + "\",\"channel\":\"web\"}");
        assertThat(shown.status()).isEqualTo(201);
        return shown.json().path("notices").path(0).path("noticeId").asText();
    }

    @Test
    void a_notice_names_the_words_or_the_language_of_a_policy_that_has_several() {
        String version = "l-" + UUID.randomUUID();
        String texts = """
                {"texts":[{"language":"en","title":"Experiments","text":"May we?"},
                          {"language":"de","title":"Versuche","text":"Dürfen wir?"}]}""";
        assertThat(OFFICER.put("/api/v1/compliance/policies/" + TRANSLATED + "/" + version, texts)
                        .status())
                .isEqualTo(200);
        String notice = "{\"purposes\":[\"" + TRANSLATED + "\"],\"policyVersion\":\"" + version + "\"%s}";

        assertThat(anna.post(CONSENTS + "notices", notice.formatted("")).problem())
                .isEqualTo("implausible");
        assertThat(anna.post(
                                CONSENTS + "notices",
                                notice.formatted(",\"language\":\"de\",\"textHash\":\"" + "a".repeat(64) + "\""))
                        .status())
                .isEqualTo(400);
        String shown = anna.post(CONSENTS + "notices", notice.formatted(",\"language\":\"de-AT\""))
                .json()
                .at("/notices/0/noticeId")
                .asText();
        assertThat(anna.put(
                                CONSENTS + TRANSLATED,
                                "{\"granted\":true,\"policyVersion\":\"%s\",\"noticeId\":\"%s\"}"
                                        .formatted(version, shown))
                        .json()
                        .path("textHash")
                        .asText())
                .isEqualTo(TextHash.of("Dürfen wir?").value());
    }

    @Test
    void being_asked_is_remembered_whatever_is_answered() {
        noticed("training", "1");
        assertThat(anna.get(CONSENTS + "training").json().path("term").asText()).isEqualTo("dpv:ConsentRequested");
    }

    @Test
    void a_receipt_is_checked_with_the_public_key_alone(@TempDir Path folder) throws Exception {
        anna.put(PERSONALIZATION, YES);
        JsonNode receipt = anna.get(PERSONALIZATION + "/receipt").json();
        assertThat(receipt.path("proof").asText()).startsWith("c2sp.org/tlog-proof");
        String note = receipt.path("receipt").asText();
        assertThat(note)
                .contains("dpv-27560#receipt-record", "dpv:ConsentGiven")
                .doesNotContain(name);
        Path keys = Files.write(
                folder.resolve("keys"),
                Node.engineer().get("/api/v1/audit/key").response().body());

        assertThat(verdict(keys, Files.writeString(folder.resolve("good"), note)))
                .startsWith("good: https://w3id.org/dpv/schema/dpv-27560#receipt-record "
                        + receipt.path("position").asLong());
        assertThat(verdict(keys, Files.writeString(folder.resolve("bad"), note.replace("Given", "Refused"))))
                .startsWith("bad: ");
        assertThat(anna.get(CONSENTS + "training/receipt").status()).isEqualTo(404);
    }

    @Test
    void a_receipt_and_its_place_in_the_log_are_checked_with_the_public_key_alone() throws Exception {
        anna.put(PERSONALIZATION, YES);
        String answer = Offline.text(anna.get(PERSONALIZATION + "/receipt"));

        assertThat(Offline.check("check_receipt.py", answer))
                .startsWith("good: ")
                .contains("ConsentGiven");
        String another = Offline.text(
                Node.person("ben-" + UUID.randomUUID()).consenting().get(PERSONALIZATION + "/receipt"));
        anna.put(CONSENTS + "training", YES);
        String ofTraining = Offline.text(anna.get(CONSENTS + "training/receipt"));
        JsonNode mine = MAPPER.readTree(answer);
        for (String other : List.of(another, ofTraining)) {
            String mixed = ((ObjectNode) mine.deepCopy())
                    .set("proof", MAPPER.readTree(other).path("proof"))
                    .toString();
            assertThat(Offline.check("check_receipt.py", mixed)).startsWith("bad: another event was proven");
        }
        for (String field : List.of("receipt", "proof")) {
            String text = mine.path(field).asText();
            for (int part = 0; part < 6; part++) {
                int at = Math.min(text.length() - 2, text.length() * part / 5);
                char other = text.charAt(at) == 'A' ? 'B' : 'A';
                String changed = text.substring(0, at) + other + text.substring(at + 1);
                String whole =
                        ((ObjectNode) mine.deepCopy()).put(field, changed).toString();
                assertThat(Offline.check("check_receipt.py", whole))
                        .as("%s, changed at %d of %d", field, at, text.length())
                        .startsWith("bad: ");
            }
        }
    }

    @Test
    void the_scripts_fit_on_a_page() throws Exception {
        for (String script : List.of("check_certificate.py", "check_receipt.py", "check_dossier.py")) {
            assertThat(Files.readAllLines(Path.of("..", "ops", script)))
                    .as(script)
                    .hasSizeLessThanOrEqualTo(40);
        }
    }

    private static String verdict(Path keys, Path note) throws Exception {
        Path script = Path.of("..", "ops", "check_certificate.py");
        Process python = new ProcessBuilder("python3", script.toString(), keys.toString(), note.toString())
                .redirectErrorStream(true)
                .start();
        return new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
