package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a copy explains is what the register says, point by point as article 15 asks; and what officers did is in it. */
class ExplainedCopyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACTIVITIES = "/api/v1/compliance/register";

    @BeforeAll
    static void publish() {
        CraftCatalogue.publish();
    }

    private static Map<String, String> copyOf(MarkedPerson anna) throws Exception {
        JsonNode asked = anna.asks();
        anna.reaches(asked.path("id").asText(), "ready");
        return anna.opens(asked.path("id").asText(), asked.path("password").asText());
    }

    private static JsonNode guide() throws Exception {
        try (InputStream in = ExplainedCopyTest.class.getResourceAsStream("/export/guide.json")) {
            return JSON.readTree(in);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> all = new ArrayList<>();
        list.forEach(one -> all.add(one.asText()));
        return all;
    }

    /** By name of event or read model. */
    private static Map<String, JsonNode> register() {
        Map<String, JsonNode> all = new HashMap<>();
        Node.officer()
                .get(ACTIVITIES)
                .json()
                .path("activities")
                .forEach(one -> all.put(one.path("name").asText(), one));
        return all;
    }

    @Test
    void says_of_each_part_what_the_register_says() throws Exception {
        MarkedPerson anna = MarkedPerson.with("anna");
        JsonNode about = JSON.readTree(copyOf(anna).get("about.json"));
        Map<String, JsonNode> register = register();
        JsonNode guide = guide();

        assertThat(about.path("parts")).hasSize(guide.path("parts").size()).allSatisfy(part -> {
            JsonNode words = guide.path("parts").path(part.path("name").asText());
            List<String> sources =
                    words.has("model") ? List.of(words.path("model").asText()) : texts(words.path("events"));
            Set<String> purposes = new HashSet<>();
            Set<String> bases = new HashSet<>();
            for (String source : sources) {
                JsonNode activity = Objects.requireNonNull(register.get(source), source);
                texts(activity.path("purposes"))
                        .forEach(one ->
                                purposes.add(guide.path("purposes").path(one).asText()));
                bases.add(activity.path("article").asText());
            }
            JsonNode said = part.path("about");
            assertThat(texts(said.path("purposes")))
                    .as(part.path("name").asText())
                    .containsExactlyInAnyOrderElementsOf(purposes);
            assertThat(bases)
                    .allSatisfy(
                            one -> assertThat(said.path("lawfulBasis").asText()).contains("article " + one));
        });
    }

    /** Of what is about nobody, or names a request alone, there is nothing to explain. */
    @Test
    void every_event_about_somebody_is_explained_in_one_part_at_least() throws Exception {
        Set<String> explained = new HashSet<>();
        guide().path("parts").forEach(part -> explained.addAll(texts(part.path("events"))));
        List<String> open = new ArrayList<>();
        Node.officer().get(ACTIVITIES).json().path("activities").forEach(one -> {
            if (one.path("store").asText().equals("event log")
                    && texts(one.path("recipients")).contains("the_person")) {
                open.add(one.path("name").asText());
            }
        });
        open.removeAll(explained);
        assertThat(open).containsExactlyInAnyOrder("OpenDsrCancelled", "OpenDsrTold");
    }

    @Test
    void answers_article_15_point_by_point() throws Exception {
        Map<String, String> files = copyOf(MarkedPerson.with("anna"));
        JsonNode about = JSON.readTree(files.get("about.json"));

        assertThat(about.path("article15").findValuesAsText("article"))
                .containsExactly(
                        "15(1)(a)",
                        "15(1)(b)",
                        "15(1)(c)",
                        "15(1)(d)",
                        "15(1)(e)",
                        "15(1)(f)",
                        "15(1)(g)",
                        "15(1)(h)",
                        "15(2)");
        assertThat(about.path("article15"))
                .allSatisfy(point -> assertThat(point.path("answer")).isNotEmpty());
        assertThat(about.path("rights").toString()).contains("restricted", "article 18");
        assertThat(about.path("article15").path(8).toString())
                .as("where nobody said anything, that is said")
                .contains("not configured: patina.register.transfers");
        assertThat(about.path("controller").path("controller").asText()).contains("patina.register.controller");
        assertThat(files.get("index.html"))
                .contains("15(1)(h): automated decisions", "15(2): transfers", "Who answers for it");
    }

    @Test
    void names_officers_and_configured_others_among_those_who_are_told() throws Exception {
        String purpose = "cards_" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(Node.officer()
                        .put("/api/v1/compliance/purposes/" + purpose, """
                                {"texts": [{"language": "en", "title": "Cards", "text": "Cards by post."}],
                                 "recipients": ["Post & Cards"], "offered": true}""")
                        .status())
                .isEqualTo(200);
        JsonNode about = JSON.readTree(copyOf(MarkedPerson.with("anna")).get("about.json"));
        Map<String, String> recipients = new HashMap<>();
        about.path("parts")
                .forEach(part -> recipients.put(
                        part.path("name").asText(),
                        part.path("about").path("recipients").asText()));
        for (String part : List.of("trails", "interests", "rectifications")) {
            assertThat(recipients.get(part)).as(part).contains("officers of the operator");
        }
        for (String part : List.of("interactions", "feedback", "orders", "preferences")) {
            assertThat(recipients.get(part)).as(part).contains("where another released it");
        }
        assertThat(about.path("article15").path(2).path("answer").toString()).contains("Post & Cards");
        assertThat(recipients.get("erasures")).contains("others whom the operator has told", "mailer", Outbox.told());
        assertThat(texts(Node.officer().get(ACTIVITIES).json().path("configuredParties")))
                .containsExactly("mailer", Outbox.told(), Outbox.told() + "/too");
        assertThat(new String(
                        Node.officer()
                                .get(ACTIVITIES, "Accept", "text/html")
                                .response()
                                .body(),
                        StandardCharsets.UTF_8))
                .contains("mailer", "configured parties");
    }

    @Test
    void releases_and_what_other_tools_sent_are_in_it_and_counted() throws Exception {
        MarkedPerson anna = MarkedPerson.with("anna");
        Calls olga = Node.as(Role.COMPLIANCE, "olga-" + UUID.randomUUID());
        Calls paul = Node.as(Role.COMPLIANCE, "paul-" + UUID.randomUUID());
        String subject = "/api/v1/compliance/subjects/" + anna.subject();
        JsonNode asked = olga.post(subject + "/releases", "{\"reason\":\"complaint\",\"reference\":\"2026-17\"}")
                .json();
        String release = asked.path("id").asText();
        assertThat(paul.post("/api/v1/compliance/releases/" + release + "/grant", "")
                        .status())
                .isEqualTo(200);
        assertThat(olga.get(subject + "/events?release=" + release).status()).isEqualTo(200);
        String request = UUID.randomUUID().toString();
        Answer sent = olga.post(
                "/api/v1/compliance/opendsr/requests",
                OpenDsrTest.body(request, "rectification", "gdpr", Instant.now().minusSeconds(5), anna.name(), ""));
        assertThat(sent.status()).as(sent.json().toString()).isEqualTo(201);

        Map<String, String> files = copyOf(anna);
        JsonNode rows = JSON.readTree(files.get("data/proceedings.json"));
        assertThat(rows.findValuesAsText("event")).containsExactly("ReleaseAsked", "ReleaseGranted", "OpenDsrReceived");
        assertThat(rows.findValuesAsText("role")).containsExactly("officer", "officer", "officer");
        assertThat(rows.get(0).path("reason").asText()).isEqualTo("complaint");
        assertThat(rows.findValues("by")).isEmpty();
        assertThat(files.values()).noneMatch(text -> text.contains("2026-17"));
        assertThat(files.values())
                .noneMatch(text -> text.contains(asked.path("officer").asText()));
        JsonNode counted = JSON.readTree(files.get("manifest.json")).at("/events/counted");
        assertThat(counted.path("ReleaseAsked").asInt()).isEqualTo(1);
        assertThat(counted.path("ReleaseGranted").asInt()).isEqualTo(1);
        assertThat(counted.path("OpenDsrReceived").asInt()).isEqualTo(1);
        assertThat(JSON.readTree(files.get("data/lookups.json")))
                .filteredOn(one -> Set.of("releases", "raw_events")
                        .contains(one.path("kind").asText()))
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.path("reason").asText()).isEqualTo("complaint"));
    }
}
