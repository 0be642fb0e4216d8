package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uses of data that officers define: asked for, answered and proven as the engine's own, as long as they are offered. */
class DefinedPurposesTest {
    private static final Calls OFFICER = Node.as(Role.COMPLIANCE, "olga");
    private static final String YES = "{\"granted\": true, \"policyVersion\": \"1\"}";

    private final String purpose = "letters_" + UUID.randomUUID().toString().substring(0, 8);
    private final String own = "/api/v1/user/consents/" + purpose;
    private final Calls anna = Node.person("anna-" + UUID.randomUUID());

    private Answer define(String title, boolean offered) {
        return define(title, "[\"Post & Sons\"]", "\"offered\": " + offered);
    }

    private Answer define(String title, String recipients, String more) {
        return OFFICER.put("/api/v1/compliance/purposes/" + purpose, """
                {"texts": [{"language": "en", "title": "%s", "text": "Letters about what you like."},
                           {"language": "de", "title": "Briefe", "text": "Briefe darüber, was Sie mögen."}],
                 "recipients": %s, %s}""".formatted(title, recipients, more));
    }

    private void publish(String version) {
        assertThat(OFFICER.put("/api/v1/compliance/policies/" + purpose + "/" + version, """
                                {"texts": [{"language": "en", "title": "Letters", "text": "May we write to you?"}]}""")
                        .status())
                .isEqualTo(200);
    }

    private JsonNode choice() {
        return anna.get(own).json();
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private JsonNode listed(JsonNode array) {
        return elements(array).stream()
                .filter(each -> each.path("purpose").asText().equals(purpose))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void people_are_asked_for_it_and_their_answer_is_kept_and_proven() {
        assertThat(define("Letters", true).json().path("version").asInt()).isEqualTo(1);
        publish("1");
        JsonNode question = listed(anna.get("/api/v1/user/policies").json().path("policies"));
        assertThat(question.path("about").path("text").asText()).isEqualTo("Letters about what you like.");
        assertThat(question.path("about").path("recipients").path(0).asText()).isEqualTo("Post & Sons");

        assertThat(choice().path("term").asText()).isEqualTo("dpv:ConsentUnknown");
        JsonNode given = anna.put(own, YES).json();
        assertThat(given.path("granted").asBoolean()).isTrue();
        assertThat(listed(anna.get("/api/v1/user/consents?after=" + given.path("position"))
                                .json()
                                .path("choices"))
                        .path("policyVersion")
                        .asText())
                .isEqualTo("1");
        assertThat(anna.get(own + "/receipt").json().path("receipt").asText())
                .contains("\"purpose\" : \"" + purpose + "\"");
        assertThat(listed(OFFICER.get("/api/v1/compliance/population/consents")
                                .json()
                                .path("purposes"))
                        .path("allowed")
                        .asInt())
                .isEqualTo(1);
        assertThat(listed(OFFICER.get("/api/v1/compliance/register").json().path("consentPurposes"))
                        .path("title")
                        .asText())
                .isEqualTo("Letters");
    }

    @Test
    void each_change_is_a_version_and_the_same_again_is_none() {
        define("Letters", true);
        assertThat(define("Letters", true).json().path("version").asInt()).isEqualTo(1);
        assertThat(define("Our letters", true).json().path("version").asInt()).isEqualTo(2);
        JsonNode known =
                listed(OFFICER.get("/api/v1/compliance/purposes").json().path("purposes"));
        assertThat(known.path("definitions").findValuesAsText("version")).containsExactly("1", "2");
        assertThat(known.path("ofEngine").asBoolean()).isFalse();
    }

    @Test
    void what_is_offered_no_more_is_not_asked_and_no_consent_to_it_holds() {
        define("Letters", true);
        publish("1");
        JsonNode given = anna.put(own, YES).json();
        define("Letters", false);

        assertThat(choice().path("granted").asBoolean()).isFalse();
        assertThat(anna.put(own, YES).problem()).isEqualTo("implausible");
        assertThat(anna.get("/api/v1/user/policies").json().findValuesAsText("purpose"))
                .doesNotContain(purpose);
        assertThat(anna.get(own + "?asOf=" + given.path("position"))
                        .json()
                        .path("granted")
                        .asBoolean())
                .isTrue();
        // What is offered no more also ends by itself, with the next look at what does.
        assertThat(anna.put(own, YES.replace("true", "false"))
                        .json()
                        .path("term")
                        .asText())
                .isIn("dpv:ConsentWithdrawn", "dpv:ConsentExpired");
    }

    @Test
    void a_new_meaning_is_asked_for_anew_and_the_receipt_tells_which_one_was_answered() {
        define("Letters", true);
        assertThat(anna.put(own, YES).problem()).isEqualTo("implausible");
        publish("1");
        assertThat(anna.put(own, YES).json().path("granted").asBoolean()).isTrue();

        define("Letters and calls", true);
        assertThat(choice().path("granted").asBoolean()).isFalse();
        assertThat(anna.get("/api/v1/user/policies").json().findValuesAsText("purpose"))
                .doesNotContain(purpose);
        assertThat(anna.put(own, YES).problem()).isEqualTo("implausible");

        publish("2");
        assertThat(anna.put(own, YES.replace("\"1\"", "\"2\""))
                        .json()
                        .path("granted")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void officers_may_keep_consents_where_the_words_alone_are_others_and_nobody_else_gets_data() {
        define("Letters", true);
        publish("1");
        anna.put(own, YES);
        assertThat(define("Post", "[\"Post & Sons\"]", "\"keepsConsents\": true")
                        .json()
                        .path("keepsConsents")
                        .asBoolean())
                .isTrue();
        assertThat(choice().path("granted").asBoolean()).isTrue();
        for (String others : List.of("[\"Post & Sons\", \"Tools\"]", "[\"Tools\"]")) {
            assertThat(define("Post", others, "\"keepsConsents\": true").problem())
                    .isEqualTo("implausible");
        }
        assertThat(define("Post", "[]", "\"forwards\": [\"sale\"], \"keepsConsents\": true")
                        .problem())
                .isEqualTo("implausible");
        assertThat(choice().path("granted").asBoolean()).isTrue();
    }

    @Test
    void what_is_paused_goes_on_where_consents_are_kept() {
        define("Letters", true);
        publish("1");
        anna.put(own, YES);
        define("Letters", "[\"Post & Sons\"]", "\"offered\": false, \"keepsConsents\": true");
        assertThat(choice().path("granted").asBoolean()).isFalse();
        define("Letters", "[\"Post & Sons\"]", "\"offered\": true, \"keepsConsents\": true");
        assertThat(choice().path("granted").asBoolean()).isTrue();
    }

    @Test
    void an_opt_out_ends_what_hands_data_on_and_leaves_the_choice() {
        define("Letters", "[\"Post & Sons\"]", "\"forwards\": [\"sharing\"]");
        publish("1");
        anna.put(own, YES);
        assertThat(listed(anna.get("/api/v1/user/policies").json().path("policies"))
                        .path("about")
                        .path("forwards")
                        .path(0)
                        .asText())
                .isEqualTo("sharing");
        anna.put("/api/v1/user/controls/sale_opt_out", "{\"on\": true}");
        assertThat(choice().path("granted").asBoolean()).isTrue();
        JsonNode controls =
                anna.get("/api/v1/user/controls", "Sec-GPC", "1").json().path("controls");
        JsonNode heard = elements(controls).stream()
                .filter(one -> one.path("control").asText().equals("sharing_opt_out"))
                .findFirst()
                .orElseThrow();
        assertThat(heard.path("conflict").asBoolean()).as("with the yes").isTrue();
        assertThat(heard.path("overrules").path(0).asText()).isEqualTo(purpose);
        assertThat(choice().path("granted").asBoolean()).isFalse();
        assertThat(choice().path("term").asText()).isEqualTo("dpv:ConsentGiven");
    }

    @Test
    void what_nobody_defined_is_no_purpose() {
        assertThat(anna.put(own, YES).problem()).isEqualTo("invalid-request");
        assertThat(anna.get(own).problem()).isEqualTo("invalid-request");
        assertThat(anna.post(
                                "/api/v1/user/consents/notices",
                                "{\"purposes\": [\"" + purpose + "\"], \"policyVersion\": \"1\"}")
                        .problem())
                .isEqualTo("implausible");
        assertThat(OFFICER.put("/api/v1/compliance/policies/" + purpose + "/1", """
                                {"texts": [{"language": "en", "title": "Letters", "text": "May we?"}]}""")
                        .problem())
                .isEqualTo("invalid-request");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1st     | {"texts": [{"language": "en", "title": "a", "text": "b"}]}
            history | {"texts": [{"language": "en", "title": "a", "text": "b"}]}
            notices | {"texts": [{"language": "en", "title": "a", "text": "b"}]}
            letters | {"texts": [{"language": "en", "title": "a", "text": "b"}], "forwards": ["gift"]}
            a.b     | {"texts": [{"language": "en", "title": "a", "text": "b"}]}
            letters | {"texts": []}
            letters | {"texts": [{"language": "xx", "title": "a", "text": "b"}]}
            letters | {"texts": [{"language": "en", "title": "a", "text": "b"}], "recipients": [""]}
            letters | {"recipients": []}
            """)
    void a_definition_has_a_plain_name_and_says_what_it_is(String name, String body) {
        assertThat(OFFICER.put("/api/v1/compliance/purposes/" + name, body).problem())
                .isEqualTo("invalid-request");
    }
}
