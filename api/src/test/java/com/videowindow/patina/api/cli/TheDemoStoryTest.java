package com.videowindow.patina.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TheDemoStoryTest {

    private static final Instant BEGAN = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void has_sixty_pieces_of_content_fifteen_products_and_twelve_people() throws IOException {
        DemoSeed seed = DemoSeed.load();
        assertThat(seed.content()).hasSize(60);
        assertThat(seed.products()).hasSize(15);
        assertThat(seed.people()).hasSize(12);
    }

    @Test
    void has_an_anna_who_understands_english() throws IOException {
        assertThat(anna().languages()).extracting(JsonNode::asText).containsExactly("en");
    }

    @Test
    void is_told_the_same_way_every_time() throws IOException {
        assertThat(anna().events(BEGAN)).isEqualTo(anna().events(BEGAN));
    }

    @Test
    void happened_before_the_demo_began_and_in_order() throws IOException {
        assertThat(anna().events(BEGAN).path("events"))
                .extracting(event -> Instant.parse(event.path("at").asText()))
                .isSorted()
                .allMatch(BEGAN::isAfter);
    }

    @Test
    void knows_its_content() throws IOException {
        DemoSeed seed = DemoSeed.load();
        Map<String, JsonNode> content = byId(seed);
        assertThat(seed.people()).allSatisfy(story -> assertThat(
                        new DemoPerson(story, content).events(BEGAN).path("events"))
                .allSatisfy(event ->
                        assertThat(content).containsKey(event.path("contentId").asText())));
    }

    private static DemoPerson anna() throws IOException {
        DemoSeed seed = DemoSeed.load();
        return new DemoPerson(seed.people().getFirst(), byId(seed));
    }

    private static Map<String, JsonNode> byId(DemoSeed seed) {
        return seed.content().stream()
                .collect(Collectors.toMap(each -> each.path("id").asText(), each -> each));
    }
}
