package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.domain.privacy.ProcessedModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
                .doesNotContain("ContentPublished", "Forgotten", "catalog");
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
