package com.videowindow.patina.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.json.PatinaJson;
import com.videowindow.patina.node.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;

/**
 * Somebody who writes a marker of its own into each field that they come to. A star in what is sent stands for the marker of
 * its field, an at sign for the person's name, which has a marker too.
 */
final class Canary {
    /** Lists of what is open follow the log; a log that was too busy to answer says that it can be asked again. */
    private static final Set<Integer> LATER = Set.of(404, 503);

    private static final Duration FOLLOWED = Duration.ofMinutes(1);

    private final Client client;
    private final String name;
    private final Supplier<String> fresh;
    private final Map<TextField, String> planted = new TreeMap<>();

    /** @param fresh gives a marker that nobody has */
    Canary(Client client, String name, Supplier<String> fresh) {
        this.client = client;
        this.name = name;
        this.fresh = fresh;
    }

    /** All that was written so far, by where. */
    Map<TextField, String> planted() {
        return planted;
    }

    String in(String operation, String field) {
        return mark(new TextField(operation, field), "*");
    }

    Client client() {
        return client;
    }

    JsonNode says(String operation, String body, String... path) {
        return sends(Role.SUBJECT, operation, body, path);
    }

    /** @param path what stands in place of each name in braces */
    JsonNode sends(Role role, String operation, String body, String... path) {
        return sends(role, operation, Map.of(), body, path);
    }

    JsonNode sends(Role role, String operation, Map<String, String> headers, String body, String... path) {
        String[] words = operation.split(" ", 2);
        String address = words[1];
        for (String one : path) {
            address = address.replaceFirst("\\{[^}]+}", one);
        }
        Map<String, String> sent = new TreeMap<>();
        headers.forEach((header, text) -> sent.put(header, mark(new TextField(operation, "header:" + header), text)));
        String marked =
                body.isEmpty() ? "" : marked(operation, "body", parsed(body)).toString();
        String said = address;
        Supplier<Client.Answer> sending = () -> client.send(HttpMethod.valueOf(words[0]), said, role, marked, sent);
        Client.Answer answer = sending.get();
        if (LATER.contains(answer.status())) {
            answer = await().atMost(FOLLOWED).until(sending::get, one -> !LATER.contains(one.status()));
        }
        assertThat(answer.status()).as(operation + ": " + answer.json()).isBetween(200, 299);
        return answer.json();
    }

    /** With a marker as parameter. */
    void asks(String operation, String parameter) {
        String path = operation.split(" ", 2)[1];
        String marker = mark(new TextField(operation, "query:" + parameter), "*");
        Client.Answer answer = client.get(path + '?' + parameter + '=' + marker, Role.SUBJECT);
        assertThat(answer.status()).as(operation).isEqualTo(200);
    }

    private static JsonNode parsed(String body) {
        try {
            return PatinaJson.mapper().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode marked(String operation, String field, JsonNode said) {
        switch (said) {
            case ObjectNode object ->
                object.properties()
                        .forEach(one -> one.setValue(marked(operation, field + '.' + one.getKey(), one.getValue())));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, marked(operation, field + "[]", array.get(i)));
                }
            }
            case TextNode text -> {
                return TextNode.valueOf(mark(new TextField(operation, field), text.textValue()));
            }
            default -> {}
        }
        return said;
    }

    private String mark(TextField field, String text) {
        if (text.equals("@")) {
            planted.putIfAbsent(field, name);
            return "user-" + name;
        }
        return text.contains("*") ? text.replace("*", planted.computeIfAbsent(field, unused -> fresh.get())) : text;
    }
}
