package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.Goodbyes;
import com.videowindow.patina.domain.erasure.PartyTold;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Others who hold something about people are told that these left, as the platform knows them, and until they listen. */
class GoodbyeTest {
    private final String name = "anna-" + UUID.randomUUID();
    private final Calls anna = Node.person(name).consenting();
    private final Goodbyes goodbyes = Node.context().getBean(Goodbyes.class);

    @Test
    void others_are_told_once_they_listen_and_the_name_goes_then() throws Exception {
        var subject = Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .orElseThrow();
        String erasure = anna.post("/api/v1/user/erasure", "{\"graceDays\": 0}")
                .json()
                .path("id")
                .asText();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Outbox.about(erasure).size() == 1
                        && goodbyes.open().stream()
                                .noneMatch(one -> one.erasure().toString().equals(erasure)));

        Outbox.Message told = Outbox.about(erasure).getFirst();
        JsonNode request = new ObjectMapper().readTree(told.body());
        assertThat(request.at("/subject_identities/0/identity_value").asText()).isEqualTo(name);
        assertThat(request.path("subject_request_type").asText()).isEqualTo("erasure");
        assertThat(told.headers()).containsEntry("webhook-signature", "v1," + signed(told));
        List<PartyTold> recorded =
                Node.context().getBean(PastEvents.class).stream(ErasureEvent.stream(subject)).values().stream()
                        .filter(PartyTold.class::isInstance)
                        .map(PartyTold.class::cast)
                        .toList();
        assertThat(recorded).singleElement().matches(PartyTold::reached);
        assertThat(goodbyes.userOf(recorded.getFirst().erasure())).isEmpty();
    }

    private static String signed(Outbox.Message told) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(Outbox.SECRET), "HmacSHA256"));
        String text =
                told.headers().get("webhook-id") + "." + told.headers().get("webhook-timestamp") + "." + told.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void who_stays_is_not_spoken_of() {
        String erasure = anna.post("/api/v1/user/erasure", "{\"graceDays\": 3}")
                .json()
                .path("id")
                .asText();
        assertThat(goodbyes.open()).anyMatch(one -> one.erasure().toString().equals(erasure));
        assertThat(anna.post("/api/v1/user/erasure", "{\"graceDays\": 3}")
                        .json()
                        .path("id")
                        .asText())
                .isEqualTo(erasure);

        // Other people's erasures may end meanwhile, each of which renews it.
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            byte[] before = masterKey();
            anna.post("/api/v1/user/erasure", "{\"graceDays\": 3}");
            assertThat(masterKey()).as("asking again renews no keys").isEqualTo(before);
        });
        assertThat(anna.delete("/api/v1/user/erasure").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(15)).until(() -> goodbyes.open().stream()
                .noneMatch(one -> one.erasure().toString().equals(erasure)));
        assertThat(Outbox.about(erasure)).isEmpty();
    }

    private static byte[] masterKey() throws IOException {
        return Files.readAllBytes(Node.home().resolve("keys/master.key"));
    }
}
