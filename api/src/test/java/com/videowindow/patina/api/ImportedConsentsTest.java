package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.consent.TextHash;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A data set vouches for what somebody allowed elsewhere: it never knows better than what was decided here. */
class ImportedConsentsTest {
    private static final String CONSENTS = "/api/v1/user/consents/";
    private static final String PARTNERS = "imported_partners"; // of this test alone
    private static final String YES = "{\"granted\": true, \"policyVersion\": \"1\"}";
    private static final String NO = "{\"granted\": false, \"policyVersion\": \"1\"}";
    private static final Calls IMPORTER = Node.as(Role.SERVICE, "importer");
    private static final Calls OFFICER = Node.officer();

    private final String name = "carl-" + UUID.randomUUID();
    private final Calls carl = Node.person(name);

    private static JsonNode imported(String name) {
        Answer answer = IMPORTER.post("/api/v1/imports/people", """
                {"source":"legacy","userId":"%s","consents":["personalization","training"],"events":[]}""".formatted(name));
        assertThat(answer.status()).as(() -> answer.json().toPrettyString()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> passedOver(JsonNode answer) {
        return StreamSupport.stream(answer.path("passedOver").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private String stands(String purpose) {
        JsonNode choice = carl.get(CONSENTS + purpose).json();
        return choice.path("status").asText() + (choice.path("granted").asBoolean() ? ", allowed" : "");
    }

    private void rule(String ruling) {
        String subject = Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .orElseThrow()
                .toString();
        String path = "/api/v1/compliance/subjects/" + subject + "/consents/training/rulings";
        assertThat(OFFICER.post(path, "{\"ruling\": \"%s\", \"reference\": \"c-1\"}".formatted(ruling))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void who_said_nothing_here_or_was_only_asked_is_taken_at_their_word_elsewhere() {
        carl.post(CONSENTS + "notices", "{\"purposes\":[\"training\"],\"policyVersion\":\"1\"}");

        assertThat(passedOver(imported(name))).isEmpty();
        assertThat(stands("personalization")).isEqualTo("given, allowed");
        assertThat(stands("training")).isEqualTo("given, allowed");
        assertThat(passedOver(imported(name))).isEmpty();
        assertThat(stands("training")).isEqualTo("given, allowed");
    }

    private static void publishPartners() {
        String texts = """
                "texts":[{"language":"en","title":"Partners","text":"May they know?"},
                         {"language":"de","title":"Partner","text":"Dürfen sie es wissen?"}]""";
        for (String put : List.of(
                "purposes/" + PARTNERS + " {" + texts + ",\"recipients\":[\"Tools & Sons\"],\"forwards\":[\"sale\"]}",
                "policies/" + PARTNERS + "/1 {" + texts + "}")) {
            String[] parts = put.split(" ", 2);
            assertThat(OFFICER.put("/api/v1/compliance/" + parts[0], parts[1]).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void what_no_policy_fits_is_refused_alike_whatever_somebody_decided_here() {
        publishPartners();
        String text = TextHash.of("May they know?").value();
        carl.put(CONSENTS + PARTNERS, "{\"granted\": true, \"policyVersion\": \"1\", \"textHash\": \"" + text + "\"}");
        String silent = "nobody-" + UUID.randomUUID();
        for (String policy : List.of("\"9\"", "\"1\"", "\"1\",\"textHash\":\"" + "a".repeat(64) + "\"")) {
            for (String who : List.of(name, silent)) {
                Answer refused = IMPORTER.post("/api/v1/imports/people", """
                        {"source":"legacy","userId":"%s","consents":["%s"],"events":[],"policyVersion":%s}""".formatted(who, PARTNERS, policy));
                assertThat(refused.status()).as(policy + " of " + who).isEqualTo(422);
            }
        }
        assertThat(Node.context().getBean(SubjectDirectory.class).knownSubjectOf(new PlatformUserId(silent)))
                .isEmpty();
    }

    @Test
    void a_yes_names_the_words_or_the_language_of_a_policy_that_has_several() {
        publishPartners();
        String yes = "{\"source\":\"legacy\",\"userId\":\"" + name + "\",\"consents\":[\"" + PARTNERS
                + "\"],\"events\":[],\"policyVersion\":\"1\"%s}";
        for (String odd : List.of("", ",\"textHash\":\"" + "a".repeat(64) + "\"")) {
            Answer refused = IMPORTER.post("/api/v1/imports/people", yes.formatted(odd));
            assertThat(refused.status()).as(odd).isEqualTo(422);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("textHash");
        }
        String both = ",\"language\":\"de\",\"textHash\":\"" + "a".repeat(64) + "\"";
        assertThat(IMPORTER.post("/api/v1/imports/people", yes.formatted(both)).status())
                .isEqualTo(400);
        assertThat(IMPORTER.post("/api/v1/imports/people", yes.formatted(",\"language\":\"de-AT\""))
                        .status())
                .isEqualTo(200);
        await().untilAsserted(() -> assertThat(carl.get(CONSENTS + "history")
                        .json()
                        .at("/changes/0/textHash")
                        .asText())
                .isEqualTo(TextHash.of("Dürfen sie es wissen?").value()));
    }

    @Test
    void a_withdrawal_and_a_refusal_stand() {
        carl.put(CONSENTS + "personalization", YES);
        carl.put(CONSENTS + "personalization", NO);
        carl.put(CONSENTS + "training", NO);

        assertThat(passedOver(imported(name))).containsExactly("personalization", "training");
        assertThat(stands("personalization")).isEqualTo("withdrawn");
        assertThat(stands("training")).isEqualTo("refused");
    }

    @Test
    void what_officers_decided_stands() {
        carl.put(CONSENTS + "training", YES);
        rule("revoke");
        assertThat(passedOver(imported(name))).containsExactly("training");
        carl.put(CONSENTS + "training", YES);
        rule("invalidate");
        assertThat(passedOver(imported(name))).containsExactly("training");
        assertThat(stands("training")).isEqualTo("invalidated");
    }

    @Test
    void whoever_objects_or_restricts_before_ever_allowing_it_is_left_alone() {
        carl.put(CONSENTS + "personalization/objection", "{}");
        carl.put(CONSENTS + "training/restriction", "{\"ground\": \"unlawful\"}");

        assertThat(passedOver(imported(name))).containsExactly("personalization", "training");
        assertThat(stands("personalization")).isEqualTo("unknown");
        assertThat(stands("training")).isEqualTo("unknown");
    }

    @Test
    void for_a_minor_no_data_set_decides() {
        carl.put("/api/v1/user/controls/minor", "{\"on\": true}");

        assertThat(passedOver(imported(name))).containsExactly("personalization", "training");
        assertThat(stands("training")).isEqualTo("unknown");
    }

    @Test
    void whoever_leaves_or_left_is_not_brought_back() {
        carl.consenting();
        carl.post("/api/v1/user/erasure", "{\"graceDays\": 30}");
        assertThat(passedOver(imported(name))).containsExactly("personalization", "training");

        carl.post("/api/v1/user/erasure", "{\"graceDays\": 0}");
        await().until(() -> Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .isEmpty());
        assertThat(passedOver(imported(name))).containsExactly("personalization", "training");
        assertThat(Node.context().getBean(SubjectDirectory.class).knownSubjectOf(new PlatformUserId(name)))
                .isEmpty();

        Node.person(name).put(CONSENTS + "personalization", YES); // signed in anew
        assertThat(passedOver(imported(name))).containsExactly("training");
        assertThat(stands("personalization")).isEqualTo("given, allowed");
        assertThat(stands("training")).isEqualTo("unknown");
    }
}
