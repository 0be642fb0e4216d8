package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.domain.privacy.SubjectDirectory.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody sent before they were erased, and what arrives of it afterwards, by every address that takes something. */
class OldMessagesTest {
    private static final String REFUSED = "before-erasure";
    private static final String SOMETHING = "00000000-0000-4000-8000-000000000000";
    private static final Map<String, String> BODIES = Map.of(
            "/api/v1/user/consents/{purpose}", "{\"granted\": true, \"policyVersion\": \"1\"}",
            "/api/v1/user/feedback", "{\"contentId\": \"joint-1\", \"type\": \"survey\", \"text\": \"I am ill.\"}",
            "/api/v1/user/profile/preferences", "{\"languages\": [\"en\"]}",
            "/api/v1/user/rectifications", "{\"statement\": \"That was not me.\"}");

    private static Calls before;
    private static Somebody anna;
    private static Instant left;

    @BeforeAll
    static void she_leaves() {
        CraftCatalogue.publish();
        anna = Somebody.with("anna");
        before = anna.calls();
        Instant issued = Instant.now();
        await().until(() -> Instant.now().isAfter(issued.plusSeconds(1))); // tokens tell full seconds
        anna.leave();
        await().atMost(Duration.ofSeconds(60)).until(() -> known().leftAt() != null && known().subject() == null);
        left = Objects.requireNonNull(known().leftAt());
    }

    private static Known known() {
        return Node.context().getBean(SubjectDirectory.class).find(new PlatformUserId(anna.name()));
    }

    /** Method and path of all that a person can change. */
    static Stream<List<String>> writes() {
        JsonNode paths =
                new Calls(Node.address(), null).get("/v3/api-docs").json().path("paths");
        List<List<String>> found = new ArrayList<>();
        paths.properties().stream()
                .filter(path -> path.getKey().startsWith("/api/v1/user/"))
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (Set.of("put", "post", "delete").contains(method)) {
                        found.add(List.of(method.toUpperCase(java.util.Locale.ROOT), path.getKey()));
                    }
                }));
        assertThat(found).hasSizeGreaterThan(15);
        return found.stream();
    }

    private static Answer send(Calls by, List<String> write, String... headers) {
        String path = write.get(1)
                .replace("{purpose}", "personalization")
                .replace("{control}", "non_profiling")
                .replaceAll("\\{[a-zA-Z]+}", SOMETHING);
        String[] all = Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
                .toArray(String[]::new);
        return by.send(write.getFirst(), path, BODIES.getOrDefault(write.get(1), "{}"), all);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void is_refused_by_when_it_was_done_or_else_by_its_token(List<String> write) {
        Calls again = Node.person(anna.name());
        String old = left.minusSeconds(1).toString();
        assertThat(send(again, write, "Acted-At", old).problem()).isEqualTo(REFUSED);
        assertThat(send(before, write, "Acted-At", old).problem()).isEqualTo(REFUSED);
        Answer byToken = send(before, write, "Sec-GPC", "1");
        assertThat(byToken.problem()).isEqualTo(REFUSED);
        assertThat(byToken.json().path("detail").asText()).contains("Sign in anew");
        assertThat(known().subject()).isNull();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void of_others_nothing_is_refused_so(List<String> write) {
        Calls ben = Node.person("ben-" + left.toEpochMilli());
        assertThat(send(ben, write, "Acted-At", left.minusSeconds(1).toString())
                        .response()
                        .body())
                .asString()
                .doesNotContain(REFUSED);
    }

    @Test
    void what_is_new_makes_her_somebody_else() {
        String path = "/api/v1/user/controls/non_profiling";
        Calls again = Node.person(anna.name());
        assertThat(again.put(path, "{\"on\": true}", "Acted-At", "yesterday").problem())
                .isEqualTo("invalid-request");
        assertThat(again.put(
                                path,
                                "{\"on\": true}",
                                "Acted-At",
                                Instant.now().plus(Duration.ofHours(1)).toString())
                        .problem())
                .isEqualTo("invalid-request");
        Somebody clara = Somebody.with("clara");
        clara.leave();
        SubjectDirectory people = Node.context().getBean(SubjectDirectory.class);
        PlatformUserId user = new PlatformUserId(clara.name());
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        people.find(user).leftAt() != null && people.find(user).subject() == null);
        String now = Instant.now().toString();
        assertThat(clara.calls().put(path, "{\"on\": true}", "Acted-At", now).status())
                .isEqualTo(200);
        assertThat(people.find(user).subject()).isNotNull().isNotEqualTo(clara.subject());
    }
}
