package com.videowindow.patina.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.json.PatinaJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AccuracyTest {
    private static final Path SETS = Path.of(System.getProperty("patina.data.dir", "."), "movielens");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter errors = new StringWriter();

    /** The lines that it prints. */
    private List<String> run(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            new CommandLine(new Accuracy())
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setErr(new PrintWriter(errors))
                    .execute(arguments);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static JsonNode figures(List<String> lines) throws IOException {
        return PatinaJson.mapper().readTree(lines.getLast());
    }

    private static void assumeThereAre(String set) {
        assumeThat(Files.isDirectory(SETS.resolve(set)))
                .as("the set is not at %s: set -Dpatina.data.dir", SETS)
                .isTrue();
    }

    /** What docs/learning.md says of five seeds, of the first alone. */
    @Test
    @Tag("long")
    void ours_are_as_good_as_is_said_of_them() throws IOException {
        assumeThereAre("ml-100k");

        JsonNode all = figures(run(
                        "--data", SETS.toString(), "--set", "ml-100k", "--seeds", "1", "--only", "EASE,iALS,hybrid"))
                .path("recommenders");

        assertThat(all).extracting(each -> each.path("name").asText()).containsExactly("EASE", "iALS", "hybrid");
        assertThat(all)
                .extracting(each -> each.path("ndcg@10").asDouble())
                .satisfiesExactly(
                        ease -> assertThat(ease).isGreaterThan(0.484),
                        factors -> assertThat(factors).isGreaterThan(0.484),
                        hybrid -> assertThat(hybrid).isGreaterThan(0.49));
    }

    @Test
    void popularity_is_as_good_as_is_known_of_it() throws IOException {
        assumeThereAre("ml-100k");

        JsonNode popular = figures(run(
                        "--set",
                        "ml-100k",
                        "--data",
                        SETS.toString(),
                        "--seeds",
                        "2",
                        "--only",
                        "popular",
                        "--by",
                        "gender"))
                .path("recommenders")
                .path(0);

        assertThat(popular.path("ndcg@10").asDouble()).isCloseTo(0.25, within(0.01));
        assertThat(popular.path("users").asInt()).isEqualTo(943);
        assertThat(popular.path("coverage").asDouble()).isLessThan(0.05);
        assertThat(popular.path("gini").asDouble()).isGreaterThan(0.95);
        assertThat(popular.path("diversity").asDouble()).isBetween(0.5, 1.0);
        assertThat(popular.path("by gender").findValuesAsText("users")).containsExactly("273", "670");
    }

    @Test
    void any_two_files_are_measured_with_both_denominators_of_recall() throws IOException {
        Path train = Files.writeString(folder.resolve("train"), "anna a\nanna b\nbert a\nbert c\ncleo a\n");
        Path test = Files.writeString(folder.resolve("test"), "anna c\nbert b\nbert d\nbert e\nnina a\n");

        List<String> lines =
                run("--train", train.toString(), "--test", test.toString(), "--k", "2", "--only", "popular,EASE");

        assertThat(lines.getFirst()).contains("4 users and 5 items", "2 users asked", "1 not known");
        assertThat(lines.get(1)).startsWith("popular ").contains("ndcg@2=", "precision@2=", "recall@2=");
        JsonNode popular = figures(lines).path("recommenders").path(0);
        // Anna's list is c, d and bert's b, d: of one liked one is hit, of three two, which is all that two places
        // hold.
        assertThat(popular.path("precision@2").asDouble()).isEqualTo((0.5 + 1) / 2);
        assertThat(popular.path("recall@2").asDouble()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
        assertThat(popular.path("recall-of-min(k,positives)@2").asDouble()).isEqualTo(1);
        assertThat(popular.has("diversity")).as("nothing is known of the items").isFalse();
    }

    @Test
    void the_same_command_says_the_same_again() throws IOException {
        Path data = Files.writeString(
                folder.resolve("data"), "anna a\nanna b\nanna c\nbert a\nbert c\nbert d\ncleo a\ncleo d\ncleo b\n");
        String[] arguments = {"--data", data.toString(), "--seeds", "2", "--ours"};

        assertThat(figures(run(arguments)).path("recommenders"))
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*trainSeconds.*")
                .isEqualTo(figures(run(arguments)).path("recommenders"));
    }

    @Test
    void what_is_missing_is_said() {
        run("--set", "netflix", "--data", folder.toString());
        assertThat(errors.toString()).contains("ml-100k or ml-latest-small");

        run("--set", "ml-100k", "--data", folder.toString());
        assertThat(errors.toString()).contains("There is no " + folder.resolve("ml-100k"));
    }
}
