package com.videowindow.patina.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/** What is handed to a cluster is what a training here would learn from, and about nobody else. */
class DataForTrainingElsewhereTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void is_of_those_alone_who_allow_training_and_have_not_left(@TempDir(factory = Homes.class) Path home)
            throws Exception {
        List<String> people = Town.people(12);
        Path folder = home.resolve("dataset");
        try (EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch"));
                Node node = Node.start(home.resolve("node"), "--patina.elasticsearch.uri=" + elasticsearch.uri())) {
            Town town = new Town(node::client);
            town.publishes();
            town.live(people, 1);
            town.leaves(people.get(0));
            forbidsTraining(node.client(people.get(1)));

            Told told = Told.by(node.home(), "models", "dataset", "--out", folder.toString(), "--json");

            assertThat(told.status()).isZero();
            JsonNode extent = JSON.readTree(told.said());
            assertThat(extent.path("people").asInt()).isEqualTo(10);
            assertThat(extent.path("erased").asInt()).isEqualTo(1);
            assertThat(extent.path("content").asInt()).isEqualTo(24);
            hasEveryLike(folder, extent);
            assertThat(Told.by(node.home(), "models", "dataset", "--out", folder.toString())
                            .status())
                    .as("what is there is not replaced")
                    .isEqualTo(1);
        }
    }

    private static void forbidsTraining(Client person) {
        assertThat(person.send(
                                HttpMethod.PUT,
                                "/api/v1/user/consents/training",
                                Role.SUBJECT,
                                "{\"granted\": false, \"policyVersion\": \"1\"}")
                        .status())
                .isLessThan(300);
    }

    private static void hasEveryLike(Path folder, JsonNode extent) throws IOException {
        List<JsonNode> likes = lines(folder.resolve("likes.jsonl"));
        assertThat(likes).hasSize(10);
        long count = 0;
        for (int person = 0; person < likes.size(); person++) {
            assertThat(likes.get(person).path("person").asInt()).isEqualTo(person);
            assertThat(likes.get(person).path("strengths"))
                    .hasSameSizeAs(likes.get(person).path("items"));
            assertThat(likes.get(person).size()).as("nothing else is in it").isEqualTo(3);
            count += likes.get(person).path("items").size();
        }
        assertThat(count).isEqualTo(extent.path("likes").asLong());
        List<JsonNode> content = lines(folder.resolve("content.jsonl"));
        assertThat(content.stream()
                        .mapToLong(each -> each.path("likers").asLong())
                        .sum())
                .isEqualTo(count);
        assertThat(content.getFirst().path("content").asText()).isEqualTo("video-0-0");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("likes.jsonl"))))
                .isEqualTo("rw-------");
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
