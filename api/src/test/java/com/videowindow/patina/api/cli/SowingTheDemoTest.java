package com.videowindow.patina.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SowingTheDemoTest {

    private static final String KUKSA = "/api/v1/catalog/content/kuksa-cup";

    @Test
    void leaves_what_somebody_changed_meanwhile(@TempDir Path folder) throws IOException {
        Home home = new Home(folder);
        // Elsewhere is no Elasticsearch: sowing does without.
        try (Server server = Server.started(
                home,
                "--server.port=0",
                "--patina.home=" + folder,
                "--patina.elasticsearch.uri=http://127.0.0.1:9",
                "--logging.level.root=error")) {
            DemoSeed seed = DemoSeed.load();
            seed.sow(server);
            Http editor = server.as(Role.PRODUCT, "editor");
            editor.put(
                    KUKSA,
                    Http.object(Map.of(
                            "title", "A better cup",
                            "creator", "ilse",
                            "category", "woodworking",
                            "publishedAt", "2026-05-04T09:00:00Z")));
            editor.post("/api/v1/catalog/content/hand-cut-spoon/retire", Http.object(Map.of()));
            seed.sow(server);
            Files.delete(folder.resolve("demo").resolve("sown"));
            seed.sow(server);
            assertThat(editor.get(KUKSA).path("title").asText()).isEqualTo("A better cup");
            assertThat(editor.get("/api/v1/catalog/content/hand-cut-spoon")
                            .path("retired")
                            .asBoolean())
                    .isTrue();
        }
    }
}
