package com.videowindow.patina.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.node.Client;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClientException;

/** People of a node who like what their street likes, and an engineer who trains from it. */
final class Town {
    static final String MODELS = "/api/v1/models";
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int STREETS = 3;
    private static final int VIDEOS = 8;
    private static final int LIKES = 6;

    private final Function<String, Client> clients;
    private final Client engineer;

    Town(Function<String, Client> clients) {
        this.clients = clients;
        this.engineer = clients.apply("engineer");
    }

    static List<String> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> "inhabitant-" + i).toList();
    }

    void publishes() {
        for (int street = 0; street < STREETS; street++) {
            for (int video = 0; video < VIDEOS; video++) {
                assertThat(engineer.publishes(video(street, video), "craft-" + street)
                                .status())
                        .isLessThan(300);
            }
        }
    }

    private static String video(int street, int video) {
        return "video-" + street + "-" + video;
    }

    /** What each likes follows from who they are, and from the season. */
    void live(List<String> people, int season) {
        people.forEach(name -> {
            Client person = clients.apply(name);
            person.allows("personalization");
            person.allows("training");
            Random taste = new Random(name.hashCode() * 31L + season);
            for (int i = 0; i < LIKES; i++) {
                int street = taste.nextInt(8) == 0 ? taste.nextInt(STREETS) : Math.floorMod(name.hashCode(), STREETS);
                assertThat(person.likes(video(street, taste.nextInt(VIDEOS)), "m-" + season + "-" + i)
                                .status())
                        .isEqualTo(201);
            }
        });
    }

    JsonNode models() {
        return engineer.get(MODELS, Role.ENGINEER).json();
    }

    JsonNode model(String id) {
        return engineer.get(MODELS + "/" + id, Role.ENGINEER).json();
    }

    Client.Answer decides(String path) {
        return engineer.send(HttpMethod.POST, MODELS + path, Role.ENGINEER, "");
    }

    /** Trains, and waits until it is over. */
    JsonNode trains() {
        Client.Answer asked = decides("/trainings");
        assertThat(asked.status()).isEqualTo(202);
        String id = asked.json().path("training").path("id").asText();
        await().atMost(LONG)
                .until(() -> models().path("last").path("id").asText().equals(id));
        return models().path("last");
    }

    /** The one in force, once the node serves it. */
    String serving() {
        await().atMost(LONG).until(() -> {
            JsonNode now = models();
            return now.path("inForce").asText("").equals(now.path("serving").asText(""));
        });
        return models().path("serving").asText("");
    }

    /** As {@link #trains}, of a node that may die before it answers. */
    void asksForTraining() {
        try {
            decides("/trainings");
        } catch (RestClientException died) {
            // whoever asks again is told of what was stored of it
        }
    }

    /** @return the certificate of it */
    String leaves(String name) {
        Client person = clients.apply(name);
        String erasure = person.send(HttpMethod.POST, "/api/v1/user/erasure", Role.SUBJECT, "{\"graceDays\": 0}")
                .json()
                .path("id")
                .asText();
        await().atMost(LONG).until(() -> engineer.get("/api/v1/compliance/erasures/" + erasure, Role.COMPLIANCE)
                .json()
                .path("state")
                .asText()
                .equals("completed"));
        return new String(
                engineer.file("/api/v1/compliance/erasures/" + erasure + "/certificate", Role.COMPLIANCE),
                StandardCharsets.UTF_8);
    }
}
