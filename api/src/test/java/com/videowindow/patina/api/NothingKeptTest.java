package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is new presses "my data" or "delete me": that nothing is kept is an answer (article 15(1)), and leaves nothing behind. */
class NothingKeptTest {
    private final String name = "nora-" + UUID.randomUUID();
    private final Calls nora = Node.person(name);

    private static Map<String, String> asked() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("/api/v1/user/exports", "{}");
        all.put("/api/v1/user/rectifications", "{\"statement\":\"That was not me.\"}");
        all.put("/api/v1/user/erasures/parts", "{\"contentId\":\"joint-1\",\"graceDays\":3}");
        all.put("/api/v1/user/erasure", "{\"graceDays\":0}");
        return all;
    }

    private boolean isKnown() {
        return Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .isPresent();
    }

    @Test
    void is_told_to_whoever_is_new_and_makes_nobody_known() {
        asked().forEach((address, body) -> {
            Answer answer = nora.post(address, body);
            assertThat(answer.status()).as(address).isEqualTo(404);
            assertThat(answer.problem()).as(address).isEqualTo("nothing-kept");
            assertThat(answer.json().path("title").asText()).isEqualTo("Nothing is kept about you");
            assertThat(answer.json().has("detail")).isFalse();
        });
        for (String list : List.of("exports", "requests", "rectifications")) {
            assertThat(nora.get("/api/v1/user/" + list).json().path("items"))
                    .as(list)
                    .isEmpty();
        }
        Answer parts = nora.get("/api/v1/user/erasures/parts");
        assertThat(parts.status()).isEqualTo(200);
        assertThat(parts.json()).isEmpty();
        assertThat(isKnown()).isFalse();
    }

    @Test
    void is_told_to_whoever_left_with_what_stays() {
        nora.consenting().post("/api/v1/user/erasure", "{\"graceDays\":0}");
        await().until(() -> !isKnown());
        asked().forEach((address, body) -> await().untilAsserted(() -> {
            Answer answer =
                    Node.person(name).post(address, body); // signed in anew: older tokens speak for who was before
            assertThat(answer.problem()).as(address).isEqualTo("nothing-kept");
            assertThat(answer.json().path("detail").asText()).startsWith("You were erased.");
        }));
        assertThat(isKnown()).isFalse();
    }
}
