package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An officer who is not sure enters the same again, and it is one request, also where nobody told on which day it came. */
class SaidAgainTest {
    private static final String ERASURES = "/api/v1/compliance/erasures";
    private static final String BY_PHONE = ",\"manner\":\"phone\"";
    private static final String LATER = ",\"receivedAt\":\"DAY\"";
    private static final String BY_LETTER = ",\"manner\":\"letter\",\"receivedAt\":\"DAY\"";
    private static final Calls OFFICER = Node.officer();

    private final String name = "anna-" + UUID.randomUUID();
    private final Instant came = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
    private final Calls anna = Node.person(name).consenting();

    /** Three times. */
    private List<JsonNode> entered(String door, String more) {
        String body = "{\"userId\":\"" + name + "\"" + more.replace("DAY", came.toString()) + "}";
        Set<String> ids = new HashSet<>();
        long position = 0;
        for (int i = 0; i < 3; i++) {
            Answer answer = OFFICER.post(door, body);
            assertThat(answer.status()).as(answer.json().toString()).isEqualTo(202);
            ids.add(answer.json().path("id").asText());
            position = answer.position();
        }
        assertThat(ids).hasSize(1);
        return anna.get("/api/v1/user/requests?after=" + position)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", BY_PHONE, LATER, BY_LETTER})
    void an_erasure(String how) {
        assertThat(entered(ERASURES, how)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", BY_PHONE, LATER, BY_LETTER})
    void an_erasure_that_joins_what_its_person_asked_for(String how) {
        anna.post("/api/v1/user/erasure", "{}");
        assertThat(entered(ERASURES, how + ",\"regulation\":\"ccpa\"")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", BY_PHONE, LATER, BY_LETTER})
    void an_erasure_of_a_part(String how) {
        String part =
                ",\"part\":{\"messageId\":\"" + UUID.randomUUID() + "\",\"contentId\":\"joint-1\",\"graceDays\":3}";
        assertThat(entered(ERASURES + "/parts", part + how)).hasSize(1);
    }
}
