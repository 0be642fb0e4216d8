package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the server says of itself is what stands in {@code docs/openapi.json}; -Dpatina.openapi.write=true writes it. */
class DescriptionTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path KEPT = Path.of("..", "docs", "openapi.json");

    @Test
    void is_the_one_that_is_kept() throws IOException {
        JsonNode told = new Calls(Node.address(), null).get("/v3/api-docs").json();
        if (Boolean.getBoolean("patina.openapi.write")) {
            Files.writeString(KEPT, JSON.writeValueAsString(told) + "\n");
        }
        assertThat(told.path("openapi").asText()).startsWith("3.1");
        assertThat(JSON.readTree(Files.readString(KEPT))).isEqualTo(told);
    }

    @Test
    void tells_what_each_operation_does_and_answers() {
        JsonNode paths =
                new Calls(Node.address(), null).get("/v3/api-docs").json().path("paths");

        assertThat(paths.findValuesAsText("operationId"))
                .doesNotHaveDuplicates()
                .noneMatch(id -> id.contains("_"));
        assertThat(paths.findValues("responses")).hasSameSizeAs(paths.findValues("summary"));
        assertThat(paths.at("/~1api~1v1~1events/post/responses").has("201")).isTrue();
        assertThat(paths.at("/~1api~1v1~1user~1recommendations/get/responses").has("304"))
                .isTrue();
        assertThat(paths.at("/~1api~1v1~1visitors/post/security")).isEmpty();
        assertThat(paths.at("/~1api~1v1~1visitors/post/responses").has("201")).isTrue();
    }

    @Test
    void describes_values_as_they_are_written() {
        JsonNode words =
                new Calls(Node.address(), null).get("/v3/api-docs").json().at("/components/schemas");

        assertThat(words.at("/Money/properties/currency/type").asText()).isEqualTo("string");
        assertThat(words.at("/Context/properties/currency/type").asText()).isEqualTo("string");
        assertThat(words.at("/Problem/properties/purpose/type").asText()).isEqualTo("string");
        assertThat(words.at("/EventBody/required")).extracting(JsonNode::asText).contains("messageId", "kind", "at");
        assertThat(words.at("/Served/required")).extracting(JsonNode::asText).doesNotContain("stale", "degraded");
        assertThat(words.at("/Batch/required/0").asText()).isEqualTo("events");
    }
}
