package com.videowindow.patina.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interest.FacetKind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrittenJsonTest {

    private final JsonNode interaction = PatinaJson.mapper().valueToTree(Samples.INTERACTION);

    @Test
    void holds_value_objects_as_bare_values() {
        assertThat(interaction.get("subject").asText()).isEqualTo("0192f0c1-0000-7000-8000-00000000000a");
        assertThat(interaction.get("message").asText()).isEqualTo("m-1");
        assertThat(interaction.at("/context/recommendation").isTextual()).isTrue();
    }

    @Test
    void holds_positions_as_numbers() throws JsonProcessingException {
        assertThat(PatinaJson.mapper().writeValueAsString(LogPosition.of(1, 2))).isEqualTo("4098");
    }

    @Test
    void holds_facets_as_kind_and_value_in_one_array() {
        assertThat(interaction.get("facets").toString()).isEqualTo("[\"technique:dovetail\"]");
    }

    @Test
    void holds_enums_in_lower_snake_also_as_keys() throws JsonProcessingException {
        assertThat(interaction.get("kind").asText()).isEqualTo("add_to_cart");
        assertThat(PatinaJson.mapper().writeValueAsString(Map.of(FacetKind.SKILL, Purpose.TRAINING)))
                .isEqualTo("{\"skill\":\"training\"}");
    }

    @Test
    void leaves_enums_that_are_not_in_capitals_as_they_are() throws JsonProcessingException {
        assertThat(PatinaJson.mapper().writeValueAsString(Source.Explicit)).isEqualTo("\"Explicit\"");
        assertThat(PatinaJson.mapper().readValue("\"explicit\"", Source.class)).isEqualTo(Source.Explicit);
    }

    @Test
    void holds_times_durations_and_currencies_as_standard_text() {
        JsonNode content = PatinaJson.mapper().valueToTree(Samples.CONTENT);
        assertThat(interaction.get("at").asText()).isEqualTo("2026-03-01T12:00:00.123456Z");
        assertThat(content.get("duration").asText())
                .isEqualTo(Duration.ofMinutes(12).toString());
        assertThat(PatinaJson.mapper()
                        .valueToTree(Samples.PRICE)
                        .get("currency")
                        .asText())
                .isEqualTo("EUR");
    }

    @Test
    void leaves_nulls_out() {
        JsonNode bare = PatinaJson.mapper().valueToTree(com.videowindow.patina.domain.interaction.Engagement.NONE);
        assertThat(bare.isEmpty()).isTrue();
    }

    @Test
    void keeps_views_with_one_component_as_objects() throws JsonProcessingException {
        assertThat(PatinaJson.mapper().writeValueAsString(new Total(3))).isEqualTo("{\"count\":3}");
    }

    enum Source {
        Explicit
    }

    record Total(int count) {
        public boolean isEmpty() {
            return count == 0;
        }
    }
}
