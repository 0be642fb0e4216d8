package com.videowindow.patina;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/story.md} says is there, is there; what it says is missing, is. */
class WhatWasAskedForTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
    private static final Pattern TEST = Pattern.compile("[A-Z]\\w*Test");
    private static final Pattern ENDPOINT = Pattern.compile("[A-Z]+ /\\S+");
    private static final Pattern PART = Pattern.compile("[a-z]+(\\.\\w+)+");
    private static final String GAP = "| gap |";

    private final List<String> lines = lines();

    @Test
    void each_of_the_eighteen_criteria_has_its_answer() {
        assertThat(IntStream.rangeClosed(1, 18).mapToObj(number -> "**" + number + " "))
                .allSatisfy(start -> assertThat(lines).anyMatch(line -> line.startsWith(start)));
    }

    @Test
    void every_test_that_it_names_exists() throws IOException {
        assertThat(named(TEST, lines)).isNotEmpty().isSubsetOf(tests());
    }

    @Test
    void every_endpoint_that_it_names_exists_unless_called_a_gap() throws IOException {
        List<String> standing =
                lines.stream().filter(line -> !line.contains(GAP)).toList();
        assertThat(named(ENDPOINT, standing)).isNotEmpty().isSubsetOf(endpoints());
    }

    @Test
    void no_endpoint_that_it_calls_a_gap_exists() throws IOException {
        List<String> missing = lines.stream().filter(line -> line.contains(GAP)).toList();
        assertThat(named(ENDPOINT, missing)).doesNotContainAnyElementsOf(endpoints());
    }

    @Test
    void every_package_and_type_that_it_names_exists() {
        assertThat(named(PART, lines))
                .filteredOn(WhatWasAskedForTest::isOfAModule)
                .isNotEmpty()
                .allSatisfy(name -> {
                    Path place = sources(name).resolve(name.replace('.', '/'));
                    assertThat(Files.isDirectory(place) || Files.exists(Path.of(place + ".java")))
                            .isTrue();
                });
    }

    private static boolean isOfAModule(String name) {
        return Files.exists(sources(name));
    }

    private static Path sources(String name) {
        return ROOT.resolve(name.substring(0, name.indexOf('.'))).resolve("src/main/java/com/videowindow/patina");
    }

    private static Set<String> named(Pattern form, List<String> lines) {
        Set<String> found = new HashSet<>();
        lines.stream()
                .flatMap(line -> QUOTED.matcher(line).results())
                .map((MatchResult quoted) -> quoted.group(1))
                .filter(form.asMatchPredicate())
                .forEach(found::add);
        return found;
    }

    private static Set<String> tests() throws IOException {
        Set<String> found = new HashSet<>();
        try (Stream<Path> folders = Files.list(ROOT)) {
            for (Path folder : Stream.concat(folders.map(each -> each.resolve("src")), Stream.of(ROOT.resolve("src")))
                    .map(each -> each.resolve("test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.map(file -> file.getFileName().toString().replace(".java", ""))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static Set<String> endpoints() throws IOException {
        Set<String> found = new HashSet<>();
        JsonNode api =
                new ObjectMapper().readTree(ROOT.resolve("docs/openapi.json").toFile());
        api.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> found.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return found;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(ROOT.resolve("docs/story.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
