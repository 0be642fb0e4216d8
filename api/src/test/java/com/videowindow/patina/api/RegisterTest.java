package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.ProcessedEvent;
import com.videowindow.patina.domain.privacy.ProcessedModel;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is done with data about people is told from the code; what does not say so has no register. */
class RegisterTest {
    private static final String REGISTER = "/api/v1/compliance/register";

    @Test
    void names_every_event_and_read_model_about_people() {
        JsonNode register = Node.officer().get(REGISTER).json();

        assertThat(register.path("activities").findValuesAsText("name"))
                .contains(
                        "ConsentGiven",
                        "InteractionRecorded",
                        "FeedbackGiven",
                        "PreferencesStated",
                        "OrderPlaced",
                        "RecommendationsServed",
                        "ErasureRequested",
                        "LookedUp")
                .doesNotContain("ContentRetired", "Forgotten");
        List<String> models = Node.context().getBean(ProcessedModel.Known.class).all().stream()
                .filter(ProcessedModel::isPersonal)
                .map(ProcessedModel::name)
                .toList();
        assertThat(models).contains("interactions", "interest-profiles", "trails");
        assertThat(register.path("activities").findValuesAsText("name")).containsAll(models);
    }

    @Test
    void says_of_each_why_on_which_basis_to_whom_and_for_how_long() {
        JsonNode register = Node.officer().get(REGISTER).json();
        assertThat(register.path("activities")).isNotEmpty().allSatisfy(each -> {
            assertThat(each.path("purposes")).isNotEmpty();
            assertThat(each.path("recipients")).isNotEmpty();
            assertThat(each.path("article").asText()).startsWith("6(1)");
            assertThat(each.path("retention").asText()).isNotEmpty();
        });
        assertThat(register.path("activities"))
                .filteredOn(each -> each.path("name").asText().equals("interest-profiles"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.path("madeFrom"))
                            .extracting(JsonNode::asText)
                            .contains("PreferencesStated");
                    assertThat(each.path("categories"))
                            .extracting(JsonNode::asText)
                            .contains("interaction", "feedback", "preference");
                    assertThat(each.path("basis").asText()).isEqualTo("consent");
                });
        assertThat(register.path("controller").asText()).contains("patina.register.controller");
    }

    @Test
    void has_works_that_are_shown_under_the_public_name_of_who_made_them() {
        assertThat(Node.officer().get(REGISTER).json().path("activities"))
                .filteredOn(each -> Set.of("ContentPublished", "ProductListed", "catalog")
                        .contains(each.path("name").asText()))
                .hasSize(3)
                .allSatisfy(each -> {
                    assertThat(each.path("purposes").toString()).isEqualTo("[\"publishing\"]");
                    assertThat(each.path("article").asText()).isEqualTo("6(1)(b)");
                    assertThat(each.path("recipients").toString()).isEqualTo("[\"everybody\"]");
                    assertThat(each.path("categories")).as("nothing of viewers").isEmpty();
                    assertThat(each.path("retention").asText()).startsWith("with the log");
                });
    }

    /** Periods of purposes go by it. */
    @Test
    void what_a_kind_is_kept_for_is_what_its_events_say() {
        Map<DataCategory, Set<ProcessingPurpose>> said = new EnumMap<>(DataCategory.class);
        Node.context().getBean(ProcessedEvent.Known.class).all().forEach(event -> {
            DataCategory category = event.category();
            if (category != null) {
                said.computeIfAbsent(category, unused -> EnumSet.noneOf(ProcessingPurpose.class))
                        .addAll(Arrays.asList(event.how().purposes()));
            }
        });
        assertThat(said.keySet()).containsExactlyInAnyOrder(DataCategory.values());
        said.forEach((category, purposes) -> assertThat(category.purposes()).isEqualTo(purposes));
    }

    @Test
    void says_for_how_long_as_it_is_in_force_while_something_shorter_waits() {
        String rule = "/api/v1/compliance/retention/purposes/";
        List<String> purposes = List.of("personalization", "explanation");
        purposes.forEach(one -> Node.officer().put(rule + one, "{\"months\":2,\"graceDays\":7}"));
        try {
            await().until(() -> Node.officer()
                            .get("/api/v1/compliance/retention")
                            .json()
                            .path("purposes")
                            .findValues("next")
                            .size()
                    == 2);
            assertThat(Node.officer().get(REGISTER).json().toString())
                    .contains("serving: 13 months")
                    .doesNotContain("serving: 2 months");
        } finally {
            purposes.forEach(one -> Node.officer().put(rule + one, "{}"));
        }
    }

    @Test
    void a_purpose_that_needs_nothing_longer_shortens_what_is_kept_for_it_and_the_preview_says_so() {
        String retention = "/api/v1/compliance/retention";
        for (String purpose : List.of("personalization", "explanation", "analytics")) {
            assertThat(Node.officer()
                            .put(retention + "/purposes/" + purpose, "{\"months\":2,\"graceDays\":0}")
                            .status())
                    .isEqualTo(200);
        }
        try {
            JsonNode schedule = await().until(
                            () -> Node.officer().get(retention).json(),
                            now -> now.path("purposes")
                                            .findValuesAsText("months")
                                            .size()
                                    == 3);
            JsonNode serving = schedule.path("rules").path(5);
            assertThat(serving.path("category").asText()).isEqualTo("serving");
            assertThat(serving.path("purposes"))
                    .extracting(JsonNode::asText)
                    .containsExactly("personalization", "analytics", "explanation");
            assertThat(serving.path("months").asInt()).isEqualTo(13);
            assertThat(serving.path("kept").asInt()).isEqualTo(2);
            assertThat(schedule.path("rules").path(2).path("kept").asInt()).isEqualTo(25);

            CraftCatalogue.publish();
            Calls ben = Node.person("ben-" + UUID.randomUUID()).consenting();
            ben.get("/api/v1/user/recommendations?limit=2");
            String later = Instant.now().plus(Duration.ofDays(120)).toString();
            await().untilAsserted(() -> assertThat(Node.officer()
                            .get(retention + "/preview?at=" + later)
                            .json()
                            .path("periods"))
                    .anySatisfy(over -> {
                        assertThat(over.at("/period/category").asText()).isEqualTo("serving");
                        assertThat(over.path("byPurpose").asBoolean()).isTrue();
                        assertThat(over.path("months").asInt()).isEqualTo(2);
                        assertThat(over.path("purposes")).hasSize(3);
                    }));
            assertThat(Node.officer().get(REGISTER).json().toString()).contains("serving: 2 months");
        } finally {
            for (String purpose : List.of("personalization", "explanation", "analytics")) {
                Node.officer().put(retention + "/purposes/" + purpose, "{}");
            }
        }
    }

    @Test
    void is_a_page_for_whoever_reads_one() {
        Calls.Answer page = Node.officer().get(REGISTER, "Accept", "text/html");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(new String(page.response().body(), StandardCharsets.UTF_8))
                .startsWith("<!doctype html>")
                .contains("InteractionRecorded", "article 6(1)(a)")
                .doesNotContain("<script");
        assertThat(Node.engineer().get(REGISTER).status()).isEqualTo(403);
    }
}
