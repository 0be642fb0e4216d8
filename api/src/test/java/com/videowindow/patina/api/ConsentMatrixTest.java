package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeStanding;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every use of a person's data under everything that they can have said about it: the table says what is right. */
class ConsentMatrixTest {
    private static final String DECISION = "{\"granted\": %s, \"policyVersion\": \"1\"}";
    private static final Map<String, Somebody> PEOPLE = new LinkedHashMap<>();

    /** A line of the table. */
    private record Line(String endpoint, Purpose purpose, Map<State, String> cells) {
        static Line of(String line) {
            String[] words = line.trim().split("\\s+");
            int cells = words.length - State.values().length;
            String endpoint = String.join(" ", Arrays.copyOfRange(words, 0, cells - 1));
            Purpose purpose = Purpose.valueOf(words[cells - 1].toUpperCase(Locale.ROOT));
            Map<State, String> said = new EnumMap<>(State.class);
            for (State state : State.values()) {
                said.put(state, words[cells + said.size()]);
            }
            return new Line(endpoint, purpose, said);
        }
    }

    /** In the order of the table's columns. */
    private enum State {
        GIVEN,
        WITHDRAWN,
        NEVER,
        EXPIRED,
        RESTRICTED,
        GPC
    }

    @BeforeAll
    static void people() {
        CraftCatalogue.publish();
        for (Purpose purpose : Purpose.values()) {
            for (State state : State.values()) {
                PEOPLE.put(purpose + " " + state, Somebody.who(purpose, state));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> each_cell() throws IOException {
        List<Line> table = table();
        assertThat(table.size() * State.values().length).isGreaterThanOrEqualTo(300);
        List<DynamicTest> cells = new ArrayList<>();
        for (Line line : table) {
            for (State state : State.values()) {
                boolean expected = "Y".equals(line.cells().get(state));
                cells.add(
                        DynamicTest.dynamicTest(line.endpoint() + ", " + line.purpose() + " " + state, () -> assertThat(
                                        who(line.purpose(), state).may(line.endpoint(), line.purpose()))
                                .isEqualTo(expected)));
            }
        }
        return cells.stream();
    }

    private static Somebody who(Purpose purpose, State state) {
        return Objects.requireNonNull(PEOPLE.get(purpose + " " + state));
    }

    private static List<Line> table() throws IOException {
        try (var in = ConsentMatrixTest.class.getResourceAsStream("/consent-matrix.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Line::of)
                    .toList();
        }
    }

    /** Somebody who said so about one purpose. */
    private record Somebody(String name, Calls calls, List<String> signal) {

        static Somebody who(Purpose purpose, State state) {
            String name = "m-" + UUID.randomUUID();
            List<String> signal = state == State.GPC ? List.of("Sec-GPC", "1") : List.of();
            Somebody somebody = new Somebody(name, Node.person(name), signal);
            String path = "/api/v1/user/consents/" + purpose.name().toLowerCase(Locale.ROOT);
            switch (state) {
                case NEVER -> {}
                case EXPIRED -> somebody.allowedLongAgo(purpose);
                case GIVEN, GPC -> somebody.put(path, DECISION.formatted(true));
                case WITHDRAWN -> {
                    somebody.put(path, DECISION.formatted(true));
                    somebody.put(path, DECISION.formatted(false));
                }
                case RESTRICTED -> {
                    somebody.put(path, DECISION.formatted(true));
                    somebody.put(path + "/restriction", "{\"ground\": \"accuracy_contested\"}");
                }
            }
            return somebody;
        }

        /** As the log has it of somebody whose consent ran out the day before. */
        private void allowedLongAgo(Purpose purpose) {
            SubjectId subject = Node.context().getBean(SubjectDirectory.class).subjectOf(new PlatformUserId(name));
            ConsentGiven given = new ConsentGiven(
                    subject,
                    purpose,
                    new PolicyVersion("1"),
                    Channel.WEB,
                    Instant.now().minus(400, ChronoUnit.DAYS),
                    null,
                    LocalDate.now(ZoneOffset.UTC).minusDays(1));
            String stream = ConsentEvent.stream(subject);
            Node.context()
                    .getBean(EventStore.class)
                    .publish(new GenericDomainEventMessage<>("consents", stream, 0, given));
            await().until(() -> !gate().standing(subject).of(purpose).equals(PurposeStanding.NONE));
        }

        private static CurrentConsents gate() {
            return Node.context().getBean(CurrentConsents.class);
        }

        private String[] headers() {
            return signal.toArray(String[]::new);
        }

        private void put(String path, String body) {
            assertThat(calls.put(path, body, headers()).status()).isEqualTo(200);
        }

        boolean may(String endpoint, Purpose purpose) {
            String own = purpose.name().toLowerCase(Locale.ROOT);
            String[] words = endpoint.replace("{purpose}", own).split(" ", 3);
            String path = words[1];
            return switch (words[0]) {
                case "use" -> uses(Purpose.valueOf(words[2].toUpperCase(Locale.ROOT)));
                case "GET" -> path.startsWith("/api/v1/user/recommendations") ? isPersonal(path) : isTold(path);
                case "PUT" -> calls.put(path, body(path), headers()).status() == 200;
                default -> isTaken(path, words.length > 2);
            };
        }

        private boolean uses(Purpose purpose) {
            return Node.context()
                    .getBean(SubjectDirectory.class)
                    .knownSubjectOf(new PlatformUserId(name))
                    .filter(subject -> gate().allows(subject, purpose))
                    .isPresent();
        }

        private boolean isTold(String path) {
            Answer answer = calls.get(path, headers());
            assertThat(answer.status()).isIn(200, 404);
            return answer.status() == 200;
        }

        private boolean isPersonal(String path) {
            Answer answer = calls.get(path, headers());
            assertThat(answer.status()).isEqualTo(200);
            return !answer.json().path("fallback").asText().equals("no_consent");
        }

        private static String body(String path) {
            if (path.endsWith("/preferences")) {
                return "{\"interests\":[{\"facet\":\"technique:dovetail\",\"weight\":0.5}],\"avoided\":[],\"languages\":[]}";
            }
            if (path.endsWith("/restriction")) {
                return "{\"ground\": \"unlawful\"}";
            }
            return path.contains("/controls/") ? "{\"on\": true}" : DECISION.formatted(true);
        }

        private boolean isTaken(String path, boolean purchase) {
            String message = UUID.randomUUID().toString();
            String view = CraftCatalogue.view(message, "joint-1");
            String order = """
                    {"messageId":"%1$s","contentId":"joint-1","kind":"purchase","at":"%2$s",
                     "context":{"orderId":"o-%1$s","amount":30,"currency":"EUR"}}""".formatted(message, Instant.now());
            Answer answer = calls.post(
                    path,
                    switch (path) {
                        case "/api/v1/events" -> purchase ? order : view;
                        case "/api/v1/events/batch" -> "{\"events\":[" + view + "]}";
                        case "/api/v1/user/feedback" -> "{\"contentId\":\"joint-1\",\"type\":\"like\"}";
                        default -> "{}";
                    },
                    headers());
            if (path.endsWith("/batch")) {
                assertThat(answer.status()).isEqualTo(200);
                return answer.json().path("position").isNumber();
            }
            if (answer.status() == 403) {
                assertThat(answer.problem()).isEqualTo("consent-missing");
            }
            return answer.status() >= 200 && answer.status() < 300;
        }
    }
}
