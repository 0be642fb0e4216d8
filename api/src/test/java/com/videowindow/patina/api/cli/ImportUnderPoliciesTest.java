package com.videowindow.patina.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data set after the demo, or any officer, published what people are asked. */
class ImportUnderPoliciesTest {
    private static final String TEXTS = """
            {"texts":[{"language":"en","title":"Learning","text":"May others learn from it?"},
                      {"language":"de","title":"Lernen","text":"Dürfen andere daraus lernen?"}]}""";

    private final Path home;
    private final Path set;

    ImportUnderPoliciesTest(@TempDir Path home, @TempDir Path set) throws IOException {
        this.home = home;
        this.set = set;
        Files.writeString(set.resolve("movies.csv"), "movieId,title,genres\n1,Toy Story (1995),Adventure\n");
        Files.writeString(
                set.resolve("ratings.csv"), "userId,movieId,rating,timestamp\n1,1,4.0,964982703\n2,1,3.0,964981247\n");
    }

    /** How a command ended, and all that it said. */
    private record Ended(int status, String out) {}

    private Ended imported(String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.videowindow.patina.api.cli.Commands",
                "import",
                "movielens",
                set.toString()));
        words.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("PATINA_HOME", home.toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out);
    }

    private static JsonNode consent(Server server, String purpose) {
        return server.as(Role.SUBJECT, "ml-1").get("/api/v1/user/consents/" + purpose);
    }

    @Test
    void takes_the_newest_of_each_purpose_or_the_one_that_is_named_and_else_stores_nothing() throws Exception {
        // Elsewhere is no Elasticsearch: importing does without.
        try (Server server = Server.started(
                new Home(home),
                "--server.port=0",
                "--patina.home=" + home,
                "--patina.elasticsearch.uri=http://127.0.0.1:9",
                "--logging.level.root=error")) {
            DemoSeed.load().sow(server);
            server.as(Role.COMPLIANCE, "officer")
                    .put("/api/v1/compliance/policies/training/2", Http.JSON.readTree(TEXTS));

            Ended none = imported("--policy", "training=none");
            assertThat(none.status()).isEqualTo(1);
            assertThat(none.out()).contains("Nothing was imported", "[\"training\"]", "\"none\"", "--policy");
            assertThat(server.as(Role.PRODUCT, "editor").knows("/api/v1/catalog/content/ml-1"))
                    .isFalse();

            Ended newest = imported();
            assertThat(newest.status()).as(newest.out()).isZero();
            assertThat(consent(server, "personalization").path("policyVersion").asText())
                    .isEqualTo("1");
            assertThat(consent(server, "training").path("policyVersion").asText())
                    .isEqualTo("2");
            assertThat(consent(server, "training").path("granted").asBoolean()).isTrue();

            Ended named = imported("--policy", "training=1", "--policy", "personalization=1", "--json");
            assertThat(named.status()).as(named.out()).isZero();
            assertThat(Http.JSON
                            .readTree(named.out().lines().toList().getLast())
                            .at("/storedBefore/ratings")
                            .asInt())
                    .isEqualTo(2);
            assertThat(imported("--policy", "analytics=1").status()).isEqualTo(2);
        }
    }
}
