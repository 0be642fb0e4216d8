package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Somebody with a marker in everything that they may write. */
record MarkedPerson(String name, String marker, Calls calls) {
    static final String EXPORTS = "/api/v1/user/exports";
    private static final Duration SOON = Duration.ofSeconds(30);

    static MarkedPerson with(String first) {
        String marker = first + UUID.randomUUID().toString().replace("-", "");
        Calls calls = Node.person(marker).consenting();
        MarkedPerson one = new MarkedPerson(marker, marker, calls);
        one.says("/api/v1/events", """
                {"messageId":"%1$s","sessionId":"%1$s","contentId":"joint-1","kind":"view","at":"%2$s",
                 "context":{"surface":"%1$s","platform":"web"}}""");
        one.says("/api/v1/events", """
                {"messageId":"%1$s.1","kind":"search","at":"%2$s","context":{"query":"=cmd %1$s"}}""");
        one.says("/api/v1/events", """
                {"messageId":"%1$s.2","contentId":"joint-1","kind":"purchase","at":"%2$s",
                 "context":{"orderId":"%1$s","amount":12,"currency":"EUR"}}""");
        one.says(
                "/api/v1/user/feedback",
                "{\"contentId\":\"joint-1\",\"type\":\"comment\",\"text\":\"<script>%1$s</script>\"}");
        assertThat(calls.put("/api/v1/user/profile/preferences", """
                {"interests":[{"facet":"technique:%s","weight":0.5}],"avoided":[],"languages":["en"]}""".formatted(marker), "If-Match", "\"0\"")
                        .status())
                .isEqualTo(200);
        assertThat(calls.get("/api/v1/user/recommendations?limit=3&context=" + marker)
                        .status())
                .isEqualTo(200);
        return one;
    }

    private void says(String path, String body) {
        String at = Instant.now().minusSeconds(60).toString();
        assertThat(calls.post(path, body.formatted(marker, at)).status()).isEqualTo(201);
    }

    SubjectId subject() {
        return Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .orElseThrow();
    }

    JsonNode asks() {
        Answer asked = calls.post(EXPORTS, "{}");
        assertThat(asked.status()).as(asked.json().toString()).isEqualTo(202);
        return asked.json();
    }

    JsonNode reaches(String id, String state) {
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        calls.get(EXPORTS + "/" + id).json().path("state").asText())
                .isEqualTo(state));
        return calls.get(EXPORTS + "/" + id).json();
    }

    Map<String, String> opens(String id, String password) throws Exception {
        return OpenedArchive.of(fetches(id), password);
    }

    byte[] fetches(String id) {
        Answer archive = calls.get(EXPORTS + "/" + id + "/archive");
        assertThat(archive.status()).isEqualTo(200);
        return archive.response().body();
    }
}
