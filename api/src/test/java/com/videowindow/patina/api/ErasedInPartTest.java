package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.audit.ReplayStatus;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.audit.Verification;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A part of what is known about somebody goes, for good and everywhere; the rest is as if it had never been. */
class ErasedInPartTest {
    private static final String PARTS = "/api/v1/user/erasures/parts";
    private static final String DESK = "/api/v1/compliance/erasures/parts";
    private static final Duration SOON = Duration.ofSeconds(90);

    private static Instant monthAgo;
    private static Somebody anna;
    private static Somebody ben;
    private static Somebody clara;
    private static String item;
    private static String period;
    private static String purpose;
    private static Set<LogPosition> before;
    private static JsonNode oldExport;

    @BeforeAll
    static void each_of_them_asks_for_something_else() {
        monthAgo = Instant.now().minus(Duration.ofDays(31));
        CraftCatalogue.publish();
        anna = Somebody.with("anna");
        ben = Somebody.with("ben");
        clara = Somebody.with("clara");
        oldExport = anna.calls.post("/api/v1/user/exports", "{}").json();
        await().atMost(SOON).until(() -> "ready".equals(anna.export(oldExport)));
        before = anna.places();

        item = asked(anna, "{\"contentId\":\"bowl-1\",\"messageId\":\"remove-1\"}")
                .path("id")
                .asText();
        period = asked(ben, "{\"to\":\"%s\"}".formatted(Instant.now().minus(Duration.ofDays(10))))
                .path("id")
                .asText();
        clara.calls.put("/api/v1/user/consents/personalization", "{\"granted\": false, \"policyVersion\": \"1\"}");
        clara.calls.put("/api/v1/user/consents/training", "{\"granted\": false, \"policyVersion\": \"1\"}");
        purpose = asked(clara, "{\"purpose\":\"personalization\"}").path("id").asText();
        unreadable(anna, item);
        unreadable(ben, period);
        unreadable(clara, purpose);
    }

    /** Somebody who did things with three items in two months, said what they think, and bought something. */
    private record Somebody(String name, Calls calls) {
        Somebody(String name) {
            this(name, Node.person(name).consenting());
        }

        static Somebody with(String first) {
            Somebody one = new Somebody(first + "-" + UUID.randomUUID());
            one.does("joint-1", "m-1", monthAgo);
            one.does("bowl-1", "m-2", monthAgo.plusSeconds(60));
            one.does("bowl-1", "m-3", Instant.now().minusSeconds(90));
            one.does("bowl-2", "m-4", monthAgo.plusSeconds(120));
            one.calls.post("/api/v1/user/feedback", "{\"contentId\":\"bowl-1\",\"type\":\"like\"}");
            one.calls.post("/api/v1/events", """
                    {"messageId":"m-5","kind":"purchase","contentId":"bowl-1","at":"%s",
                     "context":{"orderId":"order-%s","amount":12,"currency":"EUR"}}
                    """.formatted(Instant.now().minusSeconds(30), UUID.randomUUID()));
            CraftCatalogue.awaitInMemory(
                    one.does("joint-2", "m-6", Instant.now().minusSeconds(20)));
            one.calls.get("/api/v1/user/recommendations?limit=5");
            return one;
        }

        long does(String content, String message, Instant at) {
            return calls.post("/api/v1/events", """
                    {"messageId":"%s","contentId":"%s","kind":"view","at":"%s",
                     "engagement":{"watchedSeconds":590,"completion":1},"context":{"surface":"home","platform":"web"}}
                    """.formatted(message, content, at))
                    .position();
        }

        SubjectId subject() {
            return Node.context()
                    .getBean(SubjectDirectory.class)
                    .knownSubjectOf(new PlatformUserId(name))
                    .orElseThrow();
        }

        /** Where sealed facts about them stand, by the log's headers alone. */
        Set<LogPosition> places() {
            Set<LogPosition> places = new TreeSet<>();
            Node.context()
                    .getBean(LogWalk.class)
                    .headers(Node.context().getBean(LogInspection.class).head(), header -> {
                        if (subject().equals(header.subject()) && header.category() != null) {
                            places.add(header.position());
                        }
                    });
            return places;
        }

        Map<LogPosition, DomainEvent> events() {
            return Node.context().getBean(PastEvents.class).at(places());
        }

        List<String> history() {
            return calls.get("/api/v1/user/interactions").json().path("items").findValuesAsText("contentId");
        }

        String export(JsonNode asked) {
            return calls.get("/api/v1/user/exports/" + asked.path("id").asText())
                    .json()
                    .path("state")
                    .asText();
        }
    }

    private static List<String> kept(Somebody who, String id) {
        return who.calls.get(PARTS + "/" + id).json().path("kept").findValuesAsText("category");
    }

    private static JsonNode asked(Somebody who, String wish) {
        Answer asked = who.calls.post(PARTS, wish);
        assertThat(asked.status()).isEqualTo(202);
        return asked.json();
    }

    /** What follows is cleaning, and is certified where people leave ({@link LeavingTest}), which takes half a minute. */
    private static void unreadable(Somebody who, String id) {
        await().atMost(SOON).until(() -> who.calls.get(PARTS + "/" + id).json().has("keysDestroyedAt"));
    }

    @Test
    void everything_about_the_item_is_unreadable_and_the_rest_is_not() {
        Map<LogPosition, DomainEvent> events = anna.events();
        String readable = events.values().stream()
                .filter(event -> !(event instanceof Forgotten))
                .map(Object::toString)
                .filter(text -> !text.startsWith("OrderPlaced"))
                .collect(Collectors.joining("\n"));

        assertThat(events.values().stream().filter(Forgotten.class::isInstance))
                .as("two views, a purchase, a like, a list, and what was asked for")
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(readable).contains("joint-1", "bowl-2", "ConsentGiven").doesNotContain("bowl-1");
        assertThat(anna.history()).containsExactly("joint-2", "bowl-2", "joint-1");
        assertThat(anna.calls.get("/api/v1/user/feedback").json().path("items")).isEmpty();
        assertThat(anna.calls.get("/api/v1/user/orders").json().path("items"))
                .as("by contract")
                .hasSize(1);
        assertThat(kept(anna, item)).as("of what was asked for").containsExactly("contract");
    }

    @Test
    void everything_of_the_period_is_unreadable_and_the_rest_is_not() {
        assertThat(ben.history()).containsOnly("joint-2", "bowl-1").hasSize(3);
        assertThat(kept(ben, period)).as("nothing else is of that time").isEmpty();
        assertThat(ben.calls.get("/api/v1/user/feedback").json().path("items")).hasSize(1);
        assertThat(ben.events().values().stream()
                        .filter(event -> !(event instanceof Forgotten))
                        .map(Object::toString))
                .noneMatch(text -> text.contains("joint-1") && text.startsWith("InteractionRecorded"));
    }

    @Test
    void what_was_held_for_the_purpose_alone_is_unreadable_with_its_conclusions() {
        assertThat(clara.history()).isEmpty();
        assertThat(clara.calls.get("/api/v1/user/orders").json().path("items")).hasSize(1);
        assertThat(clara.events().values().stream()
                        .filter(event -> !(event instanceof Forgotten))
                        .map(event -> event.getClass().getSimpleName()))
                .containsOnly("ConsentGiven", "ConsentWithdrawn", "OrderPlaced");
        assertThat(kept(clara, purpose)).containsExactly("consent");
    }

    @Test
    void the_profile_is_that_of_somebody_who_never_did_it() {
        Somebody twin = new Somebody("tina-" + UUID.randomUUID());
        for (String[] deed : new String[][] {{"joint-1", "m-1"}, {"bowl-2", "m-4"}}) {
            twin.does(deed[0], deed[1], monthAgo);
        }
        CraftCatalogue.awaitInMemory(twin.does("joint-2", "m-6", Instant.now().minusSeconds(20)));

        assertThat(facets(anna)).isNotEmpty().isEqualTo(facets(twin));
        Replays replays = Node.context().getBean(Replays.class);
        String round = "part-" + UUID.randomUUID();
        replays.start(round, "interest-profiles", Instant.now());
        await().atMost(SOON).until(() -> replays.find(round).orElseThrow().state() == ReplayStatus.State.COMPLETED);
        assertThat(replays.find(round).orElseThrow().outcome()).contains("identical field by field");
    }

    /** Each with how much it rests on, and how strong it is, but for the seconds between them. */
    private static Set<String> facets(Somebody who) {
        Set<String> facets = new TreeSet<>();
        for (JsonNode one : who.calls.get("/api/v1/user/profile").json().path("interests")) {
            facets.add("%s %s %.3f %.3f"
                    .formatted(
                            one.path("facet").asText(),
                            one.path("evidence").asText(),
                            one.path("interestScore").asDouble(),
                            one.path("confidence").asDouble()));
        }
        return facets;
    }

    @Test
    void archives_from_before_are_gone_and_new_ones_have_no_trace() throws Exception {
        await().atMost(SOON).until(() -> "deleted".equals(anna.export(oldExport)));
        JsonNode asked = anna.calls.post("/api/v1/user/exports", "{}").json();
        await().atMost(SOON).until(() -> "ready".equals(anna.export(asked)));
        byte[] archive = anna.calls
                .get("/api/v1/user/exports/" + asked.path("id").asText() + "/archive")
                .response()
                .body();
        Map<String, String> files =
                OpenedArchive.of(archive, asked.path("password").asText());
        files.keySet().removeIf(name -> name.startsWith("data/orders") || "index.html".equals(name));

        assertThat(files.values()).allSatisfy(text -> assertThat(text).doesNotContain("bowl-1"));
        assertThat(files.get("data/parts.json")).contains("PartForgotten");
    }

    @Test
    void nobody_else_sees_it_or_takes_it_back() {
        assertThat(ben.calls.get(PARTS + "/" + item).status()).isEqualTo(404);
        assertThat(ben.calls.get(PARTS + "/" + item + "/certificate").status()).isEqualTo(404);
        assertThat(ben.calls.delete(PARTS + "/" + item).status()).isEqualTo(404);
        assertThat(ben.calls.get(DESK + "/" + item).status()).isEqualTo(403);
    }

    @Test
    void asking_again_changes_nothing() {
        Set<LogPosition> known = anna.places();
        JsonNode again = asked(anna, "{\"contentId\":\"bowl-1\",\"messageId\":\"remove-1\"}");

        assertThat(again.path("id").asText()).isEqualTo(item);
        assertThat(again.has("keysDestroyedAt")).isTrue();
        assertThat(anna.places()).isEqualTo(known).containsAll(before);
        assertThat(anna.calls.delete(PARTS + "/" + item).problem()).isEqualTo("erasure-state");
    }

    @Test
    void from_soon_on_it_is_not_shown_and_what_is_taken_back_is() {
        Somebody dora = Somebody.with("dora");
        String wish = "{\"contentId\":\"bowl-1\",\"graceDays\":30,\"messageId\":\"remove-2\"}";
        String id = asked(dora, wish).path("id").asText();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(dora.history()).doesNotContain("bowl-1"));
        assertThat(asked(dora, wish).path("id").asText()).isEqualTo(id);
        assertThat(dora.calls.get(PARTS).json().get(0).path("hidden").asBoolean())
                .isTrue();

        assertThat(dora.calls.post(PARTS, wish.replace("30", "0")).problem()).isEqualTo("idempotency-key-reused");
        String sooner = asked(dora, "{\"contentId\":\"bowl-1\",\"graceDays\":3}")
                .path("id")
                .asText();
        assertThat(sooner)
                .as("whoever asks again and wants it sooner has another")
                .isNotEqualTo(id);
        assertThat(dora.calls.delete(PARTS + "/" + sooner).status()).isEqualTo(200);

        Answer back = dora.calls.delete(PARTS + "/" + id);
        assertThat(back.json().path("state").asText()).isEqualTo("cancelled");
        assertThat(dora.history()).contains("bowl-1");
        assertThat(dora.calls.get(PARTS).json()).isEmpty();
    }

    @Test
    void officers_ask_hold_and_release_and_it_is_a_request_with_a_clock() {
        Somebody dora = new Somebody("dora-" + UUID.randomUUID());
        Answer asked = Node.officer().post(DESK, """
                {"userId":"%s","part":{"purpose":"training","graceDays":1,"regulation":"ccpa"}}
                """.formatted(dora.name));
        assertThat(asked.status()).isEqualTo(202);
        String id = asked.json().path("id").asText();

        assertThat(Node.officer()
                        .post(DESK + "/" + id + "/hold", "{\"basis\":\"legal_claim\",\"reference\":\"2026-17\"}")
                        .json()
                        .at("/hold/basis")
                        .asText())
                .isEqualTo("legal_claim");
        long released = Node.officer().post(DESK + "/" + id + "/release", "").position();
        assertThat(Node.officer()
                        .get(DESK + "?limit=1&after=" + released)
                        .json()
                        .path("items"))
                .hasSize(1);
        JsonNode own = dora.calls.get("/api/v1/user/requests?after=" + released).json();
        assertThat(own.at("/items/0/kind").asText()).isEqualTo("partial_erasure");
        assertThat(Node.officer()
                        .post(
                                "/api/v1/compliance/requests/" + id + "/deny",
                                "{\"basis\":\"legal_claim\",\"reference\":\"2026-17\"}")
                        .status())
                .isEqualTo(200);
        assertThat(Node.officer()
                        .post(DESK + "/" + id + "/cancel", "")
                        .json()
                        .path("state")
                        .asText())
                .as("what is denied is stopped; stopping it again changes nothing")
                .isEqualTo("cancelled");
        assertThat(dora.calls.get(DESK).status()).isEqualTo(403);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        for (String wish : List.of(
                "{}",
                "{\"contentId\":\"bowl-1\",\"graceDays\":31}",
                "{\"from\":\"2026-03-01T00:00:00Z\",\"to\":\"2026-03-01T00:00:00Z\"}",
                "{\"from\":\"2999-03-01T00:00:00Z\"}",
                "{\"purpose\":\"everything\"}",
                "{\"contentId\":\"\"}",
                "{\"position\":-5}")) {
            assertThat(ben.calls.post(PARTS, wish).status()).as(wish).isEqualTo(400);
        }
        assertThat(ben.calls.get(PARTS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(Node.person("nobody-" + UUID.randomUUID())
                        .post(PARTS, "{\"contentId\":\"bowl-1\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_log_still_verifies() {
        assertThat(Node.context().getBean(LogEvidence.class).verify(List.of(), checked -> {}))
                .isInstanceOf(Verification.Sound.class);
    }
}
