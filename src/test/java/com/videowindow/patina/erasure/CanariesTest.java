package com.videowindow.patina.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogBackup;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.Verification;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/** People with a marker in everything that they may write; of those who leave, none is found in any file. */
class CanariesTest {
    private static final int PEOPLE = 200;
    private static final int A_FEW = 20;
    private static final int MARKER = 24;
    private static final Duration CLEARED = Duration.ofMinutes(4);

    private final Random random = new Random(20261127);
    private final List<String> markers =
            Stream.generate(this::marker).limit(PEOPLE).toList();

    /** Random letters share nothing that a compressor could refer to instead of them. */
    private String marker() {
        return random.ints(MARKER, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void the_scan_finds_what_is_there_in_every_form(@TempDir Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        String marker = markers.getFirst();
        for (byte[] form : Remains.forms(marker)) {
            files.add(Files.write(folder.resolve("form-" + files.size()), padded(form)));
        }
        byte[] plain = ("{\"text\":\"" + marker + "\"}").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(plain);
        }
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(twice)) {
            out.write(gzip.toByteArray());
        }
        files.add(Files.write(folder.resolve("gzip"), padded(gzip.toByteArray())));
        files.add(Files.write(folder.resolve("twice"), padded(twice.toByteArray())));

        assertThat(new Remains(markers).in(folder)).containsOnlyKeys(marker);
        assertThat(new Remains(markers).in(folder).get(marker)).containsExactlyInAnyOrderElementsOf(files);
    }

    private static byte[] padded(byte[] bytes) {
        byte[] more = new byte[bytes.length + 64];
        System.arraycopy(bytes, 0, more, 17, bytes.length);
        return more;
    }

    @Test
    void who_left_is_in_no_file_and_who_stayed_can_be_read(@TempDir(factory = OpenHomes.class) Path home)
            throws Exception {
        see(home, markers.subList(0, A_FEW));
    }

    @Test
    @Tag("long")
    void nor_is_any_of_many(@TempDir(factory = OpenHomes.class) Path home) throws Exception {
        see(home, markers);
    }

    private static void see(Path home, List<String> markers) throws Exception {
        try (Node node = Node.start(home)) {
            Client anybody = node.client("anybody");
            anybody.publishes("joint-1", "dovetail");
            markers.forEach(marker -> everythingBy(node.client("user-" + marker), marker));
            await().atMost(Duration.ofMinutes(2)).until(() -> isProjected(anybody));
            assertThat(new Remains(markers).in(home).keySet()).containsExactlyInAnyOrderElementsOf(markers);

            Set<String> leaving = new HashSet<>(markers.subList(0, markers.size() / 2));
            Set<String> staying = new HashSet<>(markers.subList(markers.size() / 2, markers.size()));
            List<String> erasures = leaving.stream()
                    .map(marker -> leaves(node.client("user-" + marker)))
                    .toList();
            erasures.forEach(id -> await().atMost(CLEARED).until(() -> isComplete(anybody, id)));

            Path copy = home.resolve("copy.log");
            node.context().getBean(LogBackup.class).export(copy, LogPosition.START, done -> {});
            assertThat(new Remains(leaving).in(home)).isEmpty();
            assertThat(staying).allSatisfy(marker -> assertThat(text(node.client("user-" + marker)))
                    .isEqualTo(marker));
            assertThat(node.context().getBean(LogEvidence.class).verify(List.of(), done -> {}))
                    .isInstanceOf(Verification.Sound.class);
        }
    }

    private static boolean isProjected(Client anybody) {
        long head = anybody.head();
        return Stream.of("interactions", "interest-profiles", "feedback", "orders")
                .allMatch(name -> anybody.isProjected(name, head));
    }

    private static void everythingBy(Client person, String marker) {
        person.allows("personalization");
        person.allows("training");
        String at = Instant.now().minusSeconds(60).toString();
        accepted(person.send(HttpMethod.POST, "/api/v1/events", Role.SUBJECT, """
                {"messageId":"%1$s","sessionId":"%1$s","contentId":"joint-1","kind":"view","at":"%2$s",
                 "context":{"surface":"%1$s","platform":"web","deviceId":"%1$s","query":"%1$s"}}""".formatted(marker, at)));
        accepted(person.send(HttpMethod.POST, "/api/v1/events", Role.SUBJECT, """
                {"messageId":"%1$s.2","contentId":"joint-1","kind":"purchase","at":"%2$s",
                 "context":{"orderId":"%1$s","amount":12,"currency":"EUR"}}""".formatted(marker, at)));
        accepted(person.send(
                HttpMethod.POST,
                "/api/v1/user/feedback",
                Role.SUBJECT,
                "{\"contentId\":\"joint-1\",\"type\":\"comment\",\"text\":\"%s\"}".formatted(marker)));
        accepted(person.send(HttpMethod.PUT, "/api/v1/user/profile/preferences", Role.SUBJECT, """
                {"interests":[{"facet":"technique:%s","weight":0.5}],"avoided":[],"languages":["en"]}""".formatted(marker)));
        accepted(person.get("/api/v1/user/recommendations?limit=3&context=" + marker, Role.SUBJECT));
    }

    private static void accepted(Client.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isBetween(200, 299);
    }

    private static String leaves(Client person) {
        Client.Answer asked = person.send(HttpMethod.POST, "/api/v1/user/erasure", Role.SUBJECT, "{\"graceDays\": 0}");
        accepted(asked);
        return asked.json().path("id").asText();
    }

    private static boolean isComplete(Client officer, String id) {
        return officer.get("/api/v1/compliance/erasures/" + id, Role.COMPLIANCE)
                .json()
                .path("state")
                .asText()
                .equals("completed");
    }

    private static String text(Client person) {
        JsonNode items =
                person.get("/api/v1/user/feedback", Role.SUBJECT).json().path("items");
        return items.path(0).path("text").asText();
    }
}
