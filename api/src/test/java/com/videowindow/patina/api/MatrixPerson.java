package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeStanding;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Somebody who said so about one purpose.
 *
 * @param made ids of what they asked for, by where it is found
 */
record MatrixPerson(String name, Calls calls, List<String> signal, Map<String, String> made) {
    /** Content at the top of their list. */
    private static final String FIRST = "first";

    private static final String SAID = "said";
    private static final String NOTHING = "00000000-0000-4000-8000-000000000000";

    /** In the order of the table's columns. */
    enum State {
        GIVEN,
        WITHDRAWN,
        NEVER,
        EXPIRED,
        RESTRICTED,
        GPC
    }

    static MatrixPerson who(Purpose purpose, State state) {
        String name = "m-" + UUID.randomUUID();
        List<String> signal = state == State.GPC ? List.of("Sec-GPC", "1") : List.of();
        MatrixPerson person = new MatrixPerson(name, Node.person(name), signal, new HashMap<>());
        String path = "/api/v1/user/consents/" + purpose.name();
        switch (state) {
            case NEVER -> {}
            case EXPIRED -> person.allowedLongAgo(purpose);
            case GIVEN, GPC -> person.allowsAndActs(path, purpose);
            case WITHDRAWN -> {
                person.allowsAndActs(path, purpose);
                person.put(path, decision(purpose, false));
            }
            case RESTRICTED -> {
                person.allowsAndActs(path, purpose);
                person.put(path + "/restriction", "{\"ground\": \"accuracy_contested\"}");
            }
        }
        return person;
    }

    /** Then they watch and like something, which is taken where that is allowed. */
    private void allowsAndActs(String path, Purpose purpose) {
        put(path, decision(purpose, true));
        calls.post("/api/v1/events", CraftCatalogue.view(UUID.randomUUID().toString(), "joint-1"), headers());
        Answer liked = calls.post("/api/v1/user/feedback", "{\"contentId\":\"joint-1\",\"type\":\"like\"}", headers());
        made.put(SAID, String.valueOf(liked.position()));
    }

    private static String decision(Purpose purpose, boolean granted) {
        return "{\"granted\": %s, \"policyVersion\": \"%s\"}".formatted(granted, asked(purpose));
    }

    /** About what people are asked now: other tests publish policies on this node, and others after them. */
    private static String asked(Purpose purpose) {
        return Node.context()
                .getBean(Policies.class)
                .newest(purpose)
                .map(policy -> policy.version().value())
                .orElse("1");
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
        Node.context().getBean(EventStore.class).publish(new GenericDomainEventMessage<>("consents", stream, 0, given));
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
        String own = purpose.name();
        String[] words = endpoint.replace("{purpose}", own).split(" ", 3);
        if (words[1].startsWith("/api/v1/user/recommendations/{id}/")) {
            isPersonal("/api/v1/user/recommendations");
        }
        String path = words[1].replace("{id}", made.getOrDefault(words[1].replaceFirst("/\\{id}.*", ""), NOTHING))
                .replace("{contentId}", made.getOrDefault(FIRST, NOTHING));
        return switch (words[0]) {
            case "use" -> uses(new Purpose(words[2]));
            case "tells" -> tells(words[1], words[2]);
            case "GET" -> path.matches("/api/v1/user/recommendations([?].*)?") ? isPersonal(path) : isTold(path);
            case "PUT" -> isDone(calls.put(path, body(path, purpose), headers()));
            case "DELETE" -> isDone(calls.delete(path));
            default -> isTaken(path, words.length > 2);
        };
    }

    /** As whoever uses data so has to ask. They come by once more, with the signal if they send it. */
    private boolean uses(Purpose purpose) {
        isTold("/api/v1/user/controls");
        return subject().filter(subject -> gate().allows(subject, purpose)).isPresent();
    }

    private Optional<SubjectId> subject() {
        return Node.context().getBean(SubjectDirectory.class).knownSubjectOf(new PlatformUserId(name));
    }

    private boolean isTold(String path) {
        Answer answer = calls.get(path, headers());
        assertThat(answer.status()).isIn(200, 404);
        return answer.status() == 200;
    }

    /** A failure is no answer, and 403 has one reason alone. */
    private static boolean isDone(Answer answer) {
        assertThat(answer.status()).as(answer::toString).isLessThan(500);
        if (answer.status() == 403) {
            assertThat(answer.problem()).isEqualTo("consent-missing");
        }
        return answer.status() >= 200 && answer.status() < 300;
    }

    /** Whether anything stands in the answer, once it has seen what they did. */
    private boolean tells(String field, String path) {
        Answer answer = seen(path + "?after=");
        assertThat(answer.json().has(field)).isTrue();
        return !answer.json().path(field).isEmpty();
    }

    private Answer seen(String path) {
        Answer answer = calls.get(path + made.getOrDefault(SAID, "0"), headers());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("stale").asBoolean()).isFalse();
        return answer;
    }

    /** Or made without what is known of them, for the one reason that is right here. */
    private boolean isPersonal(String path) {
        Answer answer = seen(path + (path.contains("?") ? "&after=" : "?after="));
        made.put("/api/v1/user/recommendations", answer.json().path("id").asText());
        made.put(FIRST, answer.json().at("/items/0/contentId").asText());
        String fallback = answer.json().path("fallback").asText();
        assertThat(fallback).isIn("", "no_consent");
        assertThat(answer.json().path("degraded").asBoolean()).isFalse();
        return fallback.isEmpty();
    }

    private static String body(String path, Purpose purpose) {
        if (path.endsWith("/preferences")) {
            return "{\"interests\":[{\"facet\":\"technique:dovetail\",\"weight\":0.5}],\"avoided\":[],\"languages\":[]}";
        }
        if (path.endsWith("/restriction")) {
            return "{\"ground\": \"unlawful\"}";
        }
        return path.contains("/controls/") ? "{\"on\": true}" : decision(purpose, true);
    }

    private boolean isTaken(String path, boolean purchase) {
        String message = UUID.randomUUID().toString();
        String view = CraftCatalogue.view(message, "joint-1");
        String order = """
                {"messageId":"%1$s","contentId":"joint-1","kind":"purchase","at":"%2$s",
                 "context":{"orderId":"o-%1$s","amount":30,"currency":"EUR"}}""".formatted(message, Instant.now());
        boolean imported = path.startsWith("/api/v1/imports");
        Calls sender = imported ? Node.as(Role.SERVICE, "importer") : calls;
        Answer answer = sender.post(
                path,
                switch (path) {
                    case "/api/v1/events" -> purchase ? order : view;
                    case "/api/v1/events/batch" -> "{\"events\":[" + view + "]}";
                    case "/api/v1/imports/people" ->
                        "{\"source\":\"m\",\"userId\":\"%s\",\"consents\":[],\"events\":[%s]}".formatted(name, view);
                    case "/api/v1/user/feedback" -> "{\"contentId\":\"joint-1\",\"type\":\"like\"}";
                    case "/api/v1/user/rectifications" -> "{\"statement\":\"That was not me.\"}";
                    case "/api/v1/user/erasures/parts" -> "{\"contentId\":\"joint-2\",\"graceDays\":30}";
                    case "/api/v1/user/consents/notices" ->
                        "{\"purposes\":[\"personalization\"],\"policyVersion\":\"%s\"}"
                                .formatted(asked(Purpose.PERSONALIZATION));
                    default -> "{}";
                },
                imported ? new String[0] : headers());
        if (imported || path.endsWith("/batch")) {
            assertThat(answer.status()).isEqualTo(200);
            return answer.json().path("position").isNumber();
        }
        made.put(
                path.replaceFirst("/erasure$", "/erasures"),
                answer.json().path("id").asText());
        return isDone(answer);
    }
}
