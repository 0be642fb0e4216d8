package com.videowindow.patina.api;

import static com.videowindow.patina.api.BadRequest.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong gets its exact problem and leaves the log as it was. */
class BadInputTest {

    /** What a node writes by itself or in its own time after other tests' requests; no request stores these. */
    private static final Set<String> WRITTEN_BY_ITSELF = Set.of(
            "RecommendationsServed",
            "ConsentExpired",
            "ErasureStarted",
            "SubjectErased",
            "PartyTold",
            "ErasureCertified",
            "PartErasureStarted",
            "PartHidden",
            "PartKeysClosed",
            "PartForgotten",
            "PartErasureCertified",
            "PartErasedWithWhole",
            "RequestEndedByErasure",
            "RequestWithdrawn",
            "EndingStarted",
            "PeriodsEnded",
            "EndingCompleted",
            "OpenDsrTold",
            "GateFigures",
            "ExportMade",
            "ExportFailed",
            "ExportRemoved");

    private static final String BATCH = "/api/v1/events/batch";
    private static final String HUGE = "{\"events\":[\"" + "x".repeat(1_100_000) + "\"]}";

    private final Calls anna = Node.person(ANNA);

    @BeforeAll
    static void somebody_whose_requests_could_be_good() {
        CraftCatalogue.publish();
        Node.person(ANNA).consenting().post("/api/v1/events", CraftCatalogue.view("first", "joint-1"));
    }

    static Stream<BadRequest> lines() throws IOException {
        return BadRequest.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void is_refused_and_changes_nothing(BadRequest bad) throws IOException {
        Map<String, Long> before = events();

        Answer answer = bad.send();

        assertProblem(answer, bad.status(), bad.problem());
        if (!bad.field().isEmpty()) {
            assertThat(answer.json().path("errors").findValuesAsText("field")).contains(bad.field());
        }
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void a_huge_body_is_refused_by_its_length_and_by_counting() {
        assertProblem(anna.post(BATCH, HUGE), 413, "body-too-large");
        byte[] bytes = HUGE.getBytes(StandardCharsets.UTF_8);
        BodyPublisher chunks = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        assertProblem(send(chunks), 413, "body-too-large");
    }

    @Test
    void broken_text_is_refused() {
        byte[] latin = "{\"events\":[\"\u00e9\"]}".getBytes(StandardCharsets.ISO_8859_1);
        assertProblem(send(BodyPublishers.ofByteArray(latin)), 400, "malformed-body");
    }

    @Test
    void nesting_without_end_is_refused() {
        String deep = "{\"events\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        assertProblem(anna.post(BATCH, deep), 400, "malformed-body");
    }

    @Test
    void a_batch_of_501_is_refused_as_a_whole() {
        assertProblem(anna.post(BATCH, "{\"events\":[" + "{},".repeat(500) + "{}]}"), 413, "batch-too-large");
    }

    @Test
    void values_over_their_length_are_refused() {
        String name = "{\"messageId\":\"" + "m".repeat(129) + "\",\"kind\":\"view\",\"at\":\"2026-11-20T18:00:00Z\"}";
        assertProblem(anna.post("/api/v1/events", name), 400, "invalid-request");
        assertProblem(anna.get("/api/v1/user/recommendations?pool=" + "a,".repeat(1_001)), 400, "invalid-request");
    }

    private Answer send(BodyPublisher body) {
        return anna.send("POST", BATCH, body, "Content-Type", "application/json");
    }

    private static void assertProblem(Answer answer, int status, String problem) {
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("X-Correlation-Id"))
                .isEqualTo(answer.json().path("correlationId").asText())
                .isNotEmpty();
        if (status == 401) {
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
        assertThat(answer.json().toString()).doesNotContain(ANNA, "at com.", "Exception");
    }

    /** How many events there are of each type that requests store. */
    private static Map<String, Long> events() {
        JsonNode log = Node.engineer().get("/api/v1/operations/log").json();
        Map<String, Long> types = new TreeMap<>();
        log.path("types")
                .properties()
                .forEach(type -> types.put(type.getKey(), type.getValue().asLong()));
        types.keySet().removeAll(WRITTEN_BY_ITSELF);
        return types;
    }
}
