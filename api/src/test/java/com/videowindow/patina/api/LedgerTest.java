package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was asked and said, by whom, and what follows from it. */
class LedgerTest {
    private static final String CONSENTS = "/api/v1/user/consents/";
    private static final String PERSONALIZATION = CONSENTS + "personalization";
    private static final String YES = "{\"granted\": true, \"policyVersion\": \"1\"}";
    private static final String NO = "{\"granted\": false, \"policyVersion\": \"1\"}";
    private static final Calls OFFICER = Node.as(Role.COMPLIANCE, "olga");

    private final String name = "anna-" + UUID.randomUUID();
    private final Calls anna = Node.person(name);

    @BeforeAll
    static void catalogue() {
        CraftCatalogue.publish();
    }

    private String subject() {
        return Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .map(SubjectId::toString)
                .orElseThrow();
    }

    private String ofAnna(String path) {
        return "/api/v1/compliance/subjects/" + subject() + path;
    }

    private JsonNode rule(String body) {
        Answer ruled = OFFICER.post(ofAnna("/consents/personalization/rulings"), body);
        assertThat(ruled.status()).as(() -> ruled.json().toPrettyString()).isEqualTo(200);
        return ruled.json();
    }

    private String fallback() {
        return anna.get("/api/v1/user/recommendations?limit=2")
                .json()
                .path("fallback")
                .asText();
    }

    @Test
    void statuses_are_told_by_the_names_of_the_vocabulary() {
        assertThat(anna.put(PERSONALIZATION, NO).json().path("term").asText()).isEqualTo("dpv:ConsentRefused");
        assertThat(anna.put(PERSONALIZATION, YES).json().path("term").asText()).isEqualTo("dpv:ConsentGiven");
        assertThat(anna.put(PERSONALIZATION, YES.replace("\"1\"", "\"2\""))
                        .json()
                        .path("term")
                        .asText())
                .isEqualTo("dpv:RenewedConsentGiven");
        assertThat(anna.put(PERSONALIZATION, NO).json().path("term").asText()).isEqualTo("dpv:ConsentWithdrawn");
        anna.put(PERSONALIZATION, YES);
        assertThat(rule("{\"ruling\": \"revoke\", \"reference\": \"c-1\"}")
                        .path("term")
                        .asText())
                .isEqualTo("dpv:ConsentRevoked");
        anna.put(PERSONALIZATION, YES);
        JsonNode invalid = rule("{\"ruling\": \"invalidate\", \"reference\": \"c-2\"}");
        assertThat(invalid.path("term").asText()).isEqualTo("dpv:ConsentInvalidated");
        assertThat(fallback()).isEqualTo("no_consent");

        JsonNode history = anna.get(CONSENTS + "history?limit=3").json();
        assertThat(history.path("changes").findValuesAsText("event"))
                .containsExactly("ConsentInvalidated", "ConsentGiven", "ConsentRevoked");
        String before = "?before=" + history.path("next").asLong();
        assertThat(anna.get(CONSENTS + "history" + before).json().path("changes"))
                .hasSize(5);
        JsonNode officers = OFFICER.get(ofAnna("/consents/history")).json().path("changes");
        assertThat(officers).hasSize(8);
        assertThat(officers.path(0).path("reference").asText()).isEqualTo("c-2");
        assertThat(OFFICER.get(ofAnna("/consents?asOf="
                                + history.path("changes").path(1).path("position")))
                        .json()
                        .path("choices")
                        .path(0)
                        .path("granted")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void what_is_restricted_or_objected_to_is_kept_and_not_used() {
        anna.put(PERSONALIZATION, YES);
        anna.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"));
        assertThat(anna.put(PERSONALIZATION + "/restriction", "{\"ground\": \"claims\"}")
                        .json()
                        .path("restricted")
                        .asBoolean())
                .isTrue();
        assertThat(fallback()).isEqualTo("no_consent");
        assertThat(anna.post("/api/v1/events", CraftCatalogue.view("m-2", "joint-1"))
                        .problem())
                .isEqualTo("consent-missing");
        assertThat(anna.delete(PERSONALIZATION + "/restriction")
                        .json()
                        .path("granted")
                        .asBoolean())
                .isTrue();

        assertThat(anna.put(PERSONALIZATION + "/objection", "{}")
                        .json()
                        .path("objected")
                        .asBoolean())
                .isTrue();
        assertThat(fallback()).isEqualTo("no_consent");
        assertThat(OFFICER.post(
                                ofAnna("/consents/personalization/rulings"),
                                "{\"ruling\": \"overrule_objection\", \"reference\": \"c-3\"}")
                        .problem())
                .as("nothing outweighs an objection to what rests on consent")
                .isEqualTo("invalid-request");
        JsonNode settled = rule("{\"ruling\": \"objection_taken_back\", \"reference\": \"c-3\"}");
        assertThat(settled.path("granted").asBoolean()).isTrue();
        await().untilAsserted(() -> assertThat(fallback()).isEmpty());
    }

    @Test
    void one_switch_ends_profiling_with_the_next_request_and_forgets_nothing() {
        anna.put(PERSONALIZATION, YES);
        Answer stored = anna.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"));
        String list = "/api/v1/user/recommendations?limit=2&after=" + stored.position();
        await().untilAsserted(
                        () -> assertThat(anna.get(list).json().has("fallback")).isFalse());

        anna.put("/api/v1/user/controls/non_profiling", "{\"on\": true}");
        assertThat(fallback()).isEqualTo("non_profiling");
        assertThat(anna.post("/api/v1/events", CraftCatalogue.view("m-2", "joint-1"))
                        .status())
                .isEqualTo(201);
        anna.put("/api/v1/user/controls/non_profiling", "{\"on\": false}");
        assertThat(fallback()).isEmpty();
    }

    @Test
    void what_decides_about_lists_is_told_in_plain_words() {
        JsonNode told = anna.get("/api/v1/user/recommendations/parameters", "Accept-Language", "en")
                .json();
        assertThat(told.path("parameters").findValuesAsText("name"))
                .containsExactly(
                        "interest",
                        "makeable",
                        "collaborative",
                        "likeness",
                        "related",
                        "trending",
                        "freshness",
                        "editorial",
                        "boost",
                        "exploration",
                        "diversity",
                        "creator",
                        "calibration",
                        "pin",
                        "cap");
        assertThat(told.path("withoutProfiling").fieldNames())
                .toIterable()
                .containsExactly("trending", "freshness", "boost", "diversity", "pin", "cap");
        assertThat(told.path("options").path(0).asText()).contains("non_profiling");
    }

    @Test
    void only_the_signal_one_opts_out_and_a_choice_against_it_is_shown_as_such() {
        String sale = "/api/v1/user/controls/sale_opt_out";
        anna.put(PERSONALIZATION, YES);
        anna.get("/api/v1/user/consents", "Sec-GPC", "0");
        anna.get("/api/v1/user/consents", "Sec-GPC", "true");
        assertThat(anna.get("/api/v1/user/controls").json().path("controls")).isEmpty();
        anna.put(sale, "{\"on\": false}");

        anna.get("/api/v1/user/consents", "Sec-GPC", "1");
        anna.get("/api/v1/user/consents", "Sec-GPC", "1");
        assertThat(controls())
                .containsExactly(
                        "sale_opt_out true gpc true SaleOptOut", "sharing_opt_out true gpc false SharingOptOut");
        assertThat(anna.get(PERSONALIZATION).json().path("granted").asBoolean()).isTrue();

        assertThat(anna.put(sale, "{\"on\": false}").json().path("conflict").asBoolean())
                .isTrue();
        anna.get("/api/v1/user/consents", "Sec-GPC", "1");
        assertThat(controls()).contains("sale_opt_out false choice true SaleOptOut");
        JsonNode changes = anna.get(CONSENTS + "history").json().path("changes");
        assertThat(changes.findValuesAsText("event").stream().filter("ControlChanged"::equals))
                .hasSize(4);
    }

    @Test
    void a_signal_with_somebodys_first_choice_opts_them_out_at_once() {
        assertThat(anna.put(PERSONALIZATION, YES, "Sec-GPC", "1").status()).isEqualTo(200);
        assertThat(controls())
                .containsExactly(
                        "sale_opt_out true gpc false SaleOptOut", "sharing_opt_out true gpc false SharingOptOut");
    }

    @Test
    void what_an_officer_turns_off_needs_a_case_and_the_next_signal_turns_it_on_again() {
        anna.put(PERSONALIZATION, YES);
        anna.get("/api/v1/user/consents", "Sec-GPC", "1");
        Answer refused = OFFICER.post(ofAnna("/controls/sale_opt_out"), "{\"on\": false}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().toString()).contains("must be given to turn a control off");
        assertThat(controls()).contains("sale_opt_out true gpc false SaleOptOut");

        Answer off = OFFICER.post(ofAnna("/controls/sale_opt_out"), "{\"on\": false, \"reference\": \"c-6\"}");
        assertThat(off.status()).isEqualTo(200);
        assertThat(controls()).contains("sale_opt_out false choice true SaleOptOut");
        anna.get("/api/v1/user/consents", "Sec-GPC", "1");
        assertThat(controls()).contains("sale_opt_out true gpc true SaleOptOut");

        OFFICER.post(ofAnna("/controls/sale_opt_out"), "{\"on\": false, \"reference\": \"c-7\"}");
        anna.put("/api/v1/user/controls/sale_opt_out", "{\"on\": false}");
        anna.get("/api/v1/user/consents", "Sec-GPC", "1");
        assertThat(controls()).contains("sale_opt_out false choice true SaleOptOut");
    }

    private List<String> controls() {
        return anna.get("/api/v1/user/controls").json().path("controls").findParents("control").stream()
                .map(one -> one.path("control").asText() + " " + one.path("on") + " "
                        + one.path("origin").asText() + " " + one.path("conflict") + " "
                        + one.path("gpp").asText())
                .toList();
    }

    @Test
    void of_a_minor_only_what_a_guardian_allowed_counts() {
        anna.put(PERSONALIZATION, YES);
        anna.put("/api/v1/user/controls/minor", "{\"on\": true}");
        assertThat(fallback()).isEqualTo("no_consent");
        assertThat(anna.put(PERSONALIZATION, YES).problem()).isEqualTo("guardian-needed");
        assertThat(anna.put("/api/v1/user/controls/minor", "{\"on\": false}").problem())
                .isEqualTo("guardian-needed");
        JsonNode allowed = OFFICER.post(
                        ofAnna("/consents/personalization/guardian"), YES.replace("}", ",\"reference\":\"c-4\"}"))
                .json();
        assertThat(allowed.path("granted").asBoolean()).isTrue();
        assertThat(allowed.path("by").asText()).isEqualTo("guardian");
        assertThat(fallback()).isEqualTo("no_history");
        assertThat(OFFICER.post(ofAnna("/controls/minor"), "{\"on\": false}").status())
                .isEqualTo(400);
        assertThat(OFFICER.post(ofAnna("/controls/minor"), "{\"on\": false, \"reference\": \"c-5\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void free_text_goes_where_sensitive_data_is_limited() {
        anna.put(PERSONALIZATION, YES);
        String search = """
                {"messageId":"%s","kind":"search","at":"%s","context":{"query":"knee pain bench"%s}}""";
        anna.post("/api/v1/events", search.formatted("s-1", Instant.now(), ",\"deviceId\":\"d-1\""));
        anna.put("/api/v1/user/controls/limit_use", "{\"on\": true}");
        long position = anna.post("/api/v1/events", search.formatted("s-2", Instant.now(), ""))
                .position();

        JsonNode items = await().until(
                        () -> anna.get("/api/v1/user/interactions?after=" + position)
                                .json()
                                .path("items"),
                        found -> found.size() == 2);
        assertThat(items.findValuesAsText("query")).containsExactly("knee pain bench");
        assertThat(items.findValuesAsText("deviceId")).isEmpty();
    }

    @Test
    void officers_count_people_and_see_nobody_elses_doors() {
        anna.put(PERSONALIZATION, YES);
        JsonNode figures = await().until(
                        () -> OFFICER.get("/api/v1/compliance/population/consents")
                                .json(),
                        found -> found.path("purposes").path(0).path("allowed").asLong() > 0);
        assertThat(figures.path("purposes")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(figures.path("purposes")
                        .path(0)
                        .path("statuses")
                        .path("given")
                        .asLong())
                .isPositive();
        assertThat(anna.get("/api/v1/compliance/population/consents").status()).isEqualTo(403);
        assertThat(anna.get(ofAnna("/consents")).status()).isEqualTo(403);
        assertThat(OFFICER.post(
                                ofAnna("/consents/personalization/rulings"),
                                "{\"ruling\": \"restrict\", \"reference\": \"c-1\"}")
                        .status())
                .isEqualTo(400);
    }
}
