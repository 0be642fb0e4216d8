package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who asks for the erasure of a part, and what holds while it can be taken back. */
class AskingForAPartTest {
    private static final String PARTS = "/api/v1/user/erasures/parts";
    private static final String DESK = "/api/v1/compliance/erasures/parts";

    @BeforeAll
    static void something_to_watch() {
        CraftCatalogue.publish();
    }

    @Test
    void from_soon_on_it_is_not_shown_and_what_is_taken_back_is() {
        ViewerOfTwoMonths dora = ViewerOfTwoMonths.with("dora");
        String wish = "{\"contentId\":\"bowl-1\",\"graceDays\":30,\"messageId\":\"remove-2\"}";
        String id = dora.asks(wish).path("id").asText();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(dora.history()).doesNotContain("bowl-1"));
        assertThat(dora.asks(wish).path("id").asText()).isEqualTo(id);
        assertThat(dora.calls().get(PARTS).json().get(0).path("hidden").asBoolean())
                .isTrue();

        assertThat(dora.calls().post(PARTS, wish.replace("30", "0")).problem()).isEqualTo("idempotency-key-reused");
        String sooner = dora.asks("{\"contentId\":\"bowl-1\",\"graceDays\":3}")
                .path("id")
                .asText();
        assertThat(sooner)
                .as("whoever asks again and wants it sooner has another")
                .isNotEqualTo(id);
        assertThat(dora.calls().delete(PARTS + "/" + sooner).status()).isEqualTo(200);

        Answer back = dora.calls().delete(PARTS + "/" + id);
        assertThat(back.json().path("state").asText()).isEqualTo("cancelled");
        assertThat(dora.history()).contains("bowl-1");
        assertThat(dora.calls().get(PARTS).json()).isEmpty();
    }

    @Test
    void officers_ask_hold_and_release_and_it_is_a_request_with_a_clock() {
        ViewerOfTwoMonths dora = new ViewerOfTwoMonths("dora-" + UUID.randomUUID());
        Answer asked = Node.officer().post(DESK, """
                {"userId":"%s","part":{"purpose":"training","graceDays":1,"regulation":"ccpa"}}
                """.formatted(dora.name()));
        assertThat(asked.status()).isEqualTo(202);
        String id = asked.json().path("id").asText();

        assertThat(Node.officer()
                        .post(DESK + "/" + id + "/hold", "{\"basis\":\"legal_claim\",\"reference\":\"2026-17\"}")
                        .json()
                        .at("/hold/basis")
                        .asText())
                .isEqualTo("legal_claim");
        for (String own : List.of("", "/" + id)) {
            assertThat(dora.calls()
                            .get("/api/v1/user/erasures/parts" + own)
                            .json()
                            .toString())
                    .contains("legal_claim")
                    .doesNotContain("2026-17", "reference");
        }
        long released = Node.officer().post(DESK + "/" + id + "/release", "").position();
        assertThat(Node.officer()
                        .get(DESK + "?limit=1&after=" + released)
                        .json()
                        .path("items"))
                .hasSize(1);
        JsonNode own =
                dora.calls().get("/api/v1/user/requests?after=" + released).json();
        assertThat(own.at("/items/0/kind").asText()).isEqualTo("partial_erasure");
        assertThat(Node.officer()
                        .post(
                                "/api/v1/compliance/requests/" + id + "/deny",
                                "{\"basis\":\"legal_claim\",\"reference\":\"2026-17\"}")
                        .status())
                .isEqualTo(200);
        assertThat(Node.officer()
                        .post(DESK + "/" + id + "/cancel", "")
                        .json()
                        .path("state")
                        .asText())
                .as("what is denied is stopped; stopping it again changes nothing")
                .isEqualTo("cancelled");
        assertThat(dora.calls().get(DESK).status()).isEqualTo(403);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        Calls ben = Node.person("ben-" + UUID.randomUUID()).consenting();
        for (String wish : List.of(
                "{}",
                "{\"contentId\":\"bowl-1\",\"graceDays\":31}",
                "{\"from\":\"2026-03-01T00:00:00Z\",\"to\":\"2026-03-01T00:00:00Z\"}",
                "{\"from\":\"2999-03-01T00:00:00Z\"}",
                "{\"purpose\":\"everything\"}",
                "{\"contentId\":\"\"}",
                "{\"position\":-5}")) {
            assertThat(ben.post(PARTS, wish).status()).as(wish).isEqualTo(400);
        }
        assertThat(ben.get(PARTS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(Node.person("nobody-" + UUID.randomUUID())
                        .post(PARTS, "{\"contentId\":\"bowl-1\"}")
                        .status())
                .isEqualTo(404);
    }
}
