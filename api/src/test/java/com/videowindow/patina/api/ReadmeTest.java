package com.videowindow.patina.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.consent.TextHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The requests of the README work, by copy and paste, in their order. */
class ReadmeTest {
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    private static final Pattern POSITION = Pattern.compile("\"position\":(\\d+)");

    private static String position = "0";

    /** As it is published by the demo, and not here, where what people were asked is for clients to say. */
    private static final Pattern TEXT = Pattern.compile(",\\s+\"textHash\": \"([0-9a-f]{64})\"");

    @Test
    void names_the_text_that_the_demo_publishes() throws IOException {
        String published = "/demo/policies.ndjson";
        try (InputStream in = requireNonNull(ReadmeTest.class.getResourceAsStream(published))) {
            JsonNode first = new ObjectMapper().readTree(in); // of the lines
            assertThat(String.join("", requests()))
                    .containsPattern(TEXT)
                    .contains(TextHash.of(first.at("/asked/texts/0/text").asText())
                            .value());
        }
    }

    static List<String> requests() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String examples = readme.substring(readme.indexOf("## The API by example"));
        return SHELL.matcher(examples)
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.startsWith("curl "))
                .flatMap(block -> Stream.of(block.split("\n(?=curl )")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void answers_each_request(String request) throws Exception {
        ProcessBuilder shell =
                new ProcessBuilder("sh", "-c", TEXT.matcher(request).replaceAll("")).redirectErrorStream(true);
        shell.environment().put("PATINA", Node.address().toString());
        shell.environment().put("ANNA", Node.token(Role.SUBJECT, "anna-of-the-readme"));
        shell.environment().put("CREATOR", Node.creatorToken("user-7", "mara"));
        shell.environment().put("ENGINEER", Node.token(Role.ENGINEER, "engineer"));
        shell.environment().put("POSITION", position);
        Process process = shell.start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(answer).isZero();
        POSITION.matcher(answer).results().forEach(named -> position = named.group(1));
        assertThat(answer).doesNotContain("\"stale\":true").startsWith("{").doesNotContain("\"problem\"");
    }
}
