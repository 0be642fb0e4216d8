package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.LocalTokens;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a demo shows once it is up: where, as whom, what to try, and one recommendation with its reasons. */
record DemoScreen(URI address, Path home, PrintWriter out) {

    private static final Duration TOKENS_LAST = Duration.ofHours(12);

    void print(JsonNode recommendations) throws IOException {
        out.printf("%nPatina is up at %s. Ctrl-C stops it.%n%n", address);
        StringBuilder words = new StringBuilder("PATINA=" + address + "\n");
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            String token = token(role, name);
            words.append(role.name()).append('=').append(token).append('\n');
            keep(name, "Authorization: Bearer " + token + "\n");
        }
        out.println("A token for each role, for 12 hours:");
        words.toString().lines().skip(1).forEach(out::println);
        keep("words", words.append("ANNA=$SUBJECT EDITOR=$PRODUCT\n").toString());
        out.println("For what the README asks, your shell takes all of them from a file:");
        out.println(". " + home.resolve("demo").resolve("words"));
        out.printf("%nTry, as Anna:%n");
        String curl = "curl -fsS -H @" + home.resolve("demo").resolve("subject") + " ";
        out.println(curl + "'" + address + "/api/v1/user/recommendations?limit=3'");
        out.println(curl + "-H 'Content-Type: application/json' -d '" + like() + "' " + address + "/api/v1/events");
        out.println(curl + address + "/api/v1/user/profile");
        out.printf("%nWhat Anna could watch next:%n");
        recommendations.path("items").forEach(this::printItem);
        out.flush();
    }

    /** Who makes content publishes as Mara, whose videos are there. */
    private String token(Role role, String name) {
        LocalTokens tokens = LocalTokens.of(home);
        return switch (role) {
            case SUBJECT -> tokens.issue(role, "anna", TOKENS_LAST);
            case CREATOR -> tokens.issueCreator("user-7", "mara", TOKENS_LAST);
            case PRODUCT, COMPLIANCE, ENGINEER, SERVICE -> tokens.issue(role, name, TOKENS_LAST);
        };
    }

    private void printItem(JsonNode item) {
        out.printf(
                Locale.ROOT,
                "  %s  (score %.3f)%n",
                item.path("title").asText(),
                item.path("score").asDouble());
        item.path("reasons")
                .forEach(reason -> out.println("    " + reason.path("text").asText()));
    }

    private static JsonNode like() {
        return Http.JSON
                .createObjectNode()
                .put("messageId", "tried-1")
                .put("contentId", "half-blind-dovetails")
                .put("kind", "like")
                .put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Where curl reads a header from, and a shell its variables; readable by its owner only. */
    private void keep(String name, String text) throws IOException {
        Path file = home.resolve("demo").resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
