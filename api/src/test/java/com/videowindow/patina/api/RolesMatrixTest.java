package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may reach what: a table that names every operation there is. */
class RolesMatrixTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** One operation, and the roles whose tokens it takes. */
    private record Rule(String method, String path, Set<String> roles) {
        static Rule of(String line) {
            String[] words = line.trim().split("\\s+", -1);
            return new Rule(words[0], words[1], Set.of(Arrays.copyOfRange(words, 2, words.length)));
        }

        boolean takes(Role role) {
            return roles.contains(role.claim()) || roles.contains("everybody");
        }

        /** Of something that is not there, so that nothing happens. */
        Answer ask(Calls caller) {
            String address = path.replaceAll(
                            "\\{(id|subject)}", UUID.randomUUID().toString())
                    .replace("{purpose}", "training")
                    .replace("{control}", "limit_use")
                    .replaceAll("\\{(sequence|position|version|month)}", "1")
                    .replaceAll("\\{[a-zA-Z]+}", "nothing");
            Answer answer =
                    caller.send(method, address, method.equals("GET") ? null : "{", "Content-Type", "application/json");
            assertThat(answer.status()).as("a failure lets nobody in").isLessThan(500);
            return answer;
        }
    }

    @Test
    void every_operation_stands_in_the_table() throws IOException {
        Set<String> told = new TreeSet<>();
        JsonNode paths =
                new Calls(Node.address(), null).get("/v3/api-docs").json().path("paths");
        paths.properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
            if (METHODS.contains(method)) {
                told.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }));
        Set<String> ruled = new TreeSet<>();
        table().forEach(rule -> ruled.add(rule.method() + " " + rule.path()));
        assertThat(ruled).isEqualTo(told);
    }

    /** Strangers are few at a time: the next of many is turned away, with 429, before it is asked who they are. */
    @TestFactory
    Stream<DynamicTest> each_cell() throws IOException {
        return table().stream()
                .flatMap(rule -> Stream.concat(
                        Stream.of(DynamicTest.dynamicTest(
                                rule.method() + " " + rule.path() + " without a token",
                                () -> assertThat(rule.ask(new Calls(Node.address(), null))
                                                .status())
                                        .matches(status -> rule.roles().contains("everybody")
                                                ? status != 401
                                                : status == 401 || status == 429))),
                        Arrays.stream(Role.values())
                                .map(role -> DynamicTest.dynamicTest(
                                        rule.method() + " " + rule.path() + " as " + role,
                                        () -> assertThat(isDenied(rule.ask(Node.as(role, "whoever"))))
                                                .isEqualTo(!rule.takes(role))))));
    }

    private static boolean isDenied(Answer answer) {
        return answer.status() == 403 && answer.problem().equals("forbidden");
    }

    private static List<Rule> table() throws IOException {
        try (var in = RolesMatrixTest.class.getResourceAsStream("/roles-matrix.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Rule::of)
                    .toList();
        }
    }
}
