package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.ReplayStatus;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.audit.Verification;
import com.videowindow.patina.domain.privacy.Forgotten;
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

    private static ViewerOfTwoMonths anna;
    private static ViewerOfTwoMonths ben;
    private static ViewerOfTwoMonths clara;
    private static String item;
    private static String period;
    private static String purpose;
    private static Set<LogPosition> before;
    private static JsonNode oldExport;
    private static String list;

    @BeforeAll
    static void each_of_them_asks_for_something_else() {
        CraftCatalogue.publish();
        anna = ViewerOfTwoMonths.with("anna");
        ben = ViewerOfTwoMonths.with("ben");
        clara = ViewerOfTwoMonths.with("clara");
        oldExport = anna.calls().post("/api/v1/user/exports", "{}").json();
        await().atMost(SOON).until(() -> "ready".equals(anna.export(oldExport)));
        before = anna.places();
        list = anna.calls()
                .get("/api/v1/user/recommendations?limit=5")
                .json()
                .path("id")
                .asText();
        assertThat(anna.explanation(list)).contains("bowl-1");

        item = anna.asks("{\"contentId\":\"bowl-1\",\"messageId\":\"remove-1\"}")
                .path("id")
                .asText();
        period = ben.asks("{\"to\":\"%s\"}".formatted(Instant.now().minus(Duration.ofDays(10))))
                .path("id")
                .asText();
        clara.calls().put("/api/v1/user/consents/personalization", "{\"granted\": false, \"policyVersion\": \"1\"}");
        clara.calls().put("/api/v1/user/consents/training", "{\"granted\": false, \"policyVersion\": \"1\"}");
        purpose = clara.asks("{\"purpose\":\"personalization\"}").path("id").asText();
        unreadable(anna, item);
        unreadable(ben, period);
        unreadable(clara, purpose);
    }

    private static List<String> kept(ViewerOfTwoMonths who, String id) {
        return who.calls().get(PARTS + "/" + id).json().path("kept").findValuesAsText("category");
    }

    /** What follows is cleaning, and is certified where people leave ({@link CertifiedErasureTest}), which takes half a minute. */
    private static void unreadable(ViewerOfTwoMonths who, String id) {
        await().atMost(SOON)
                .until(() -> who.calls().get(PARTS + "/" + id).json().has("keysDestroyedAt"));
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
        assertThat(anna.calls().get("/api/v1/user/feedback").json().path("items"))
                .isEmpty();
        assertThat(anna.calls().get("/api/v1/user/orders").json().path("items"))
                .as("by contract")
                .hasSize(1);
        assertThat(kept(anna, item)).as("of what was asked for").containsExactly("contract");
    }

    @Test
    void a_list_that_rested_on_it_is_explained_no_more_however_lately_it_was_served() {
        assertThat(anna.calls()
                        .get("/api/v1/user/recommendations/" + list + "/explanation")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void everything_of_the_period_is_unreadable_and_the_rest_is_not() {
        assertThat(ben.history()).containsOnly("joint-2", "bowl-1").hasSize(3);
        assertThat(kept(ben, period)).as("nothing else is of that time").isEmpty();
        assertThat(ben.calls().get("/api/v1/user/feedback").json().path("items"))
                .hasSize(1);
        assertThat(ben.events().values().stream()
                        .filter(event -> !(event instanceof Forgotten))
                        .map(Object::toString))
                .noneMatch(text -> text.contains("joint-1") && text.startsWith("InteractionRecorded"));
    }

    @Test
    void what_was_held_for_the_purpose_alone_is_unreadable_with_its_conclusions() {
        assertThat(clara.history()).isEmpty();
        assertThat(clara.calls().get("/api/v1/user/orders").json().path("items"))
                .hasSize(1);
        assertThat(clara.events().values().stream()
                        .filter(event -> !(event instanceof Forgotten))
                        .map(event -> event.getClass().getSimpleName()))
                .containsOnly("ConsentGiven", "ConsentWithdrawn", "OrderPlaced");
        assertThat(kept(clara, purpose)).containsExactly("consent");
    }

    @Test
    void the_profile_is_that_of_somebody_who_never_did_it() {
        ViewerOfTwoMonths twin = new ViewerOfTwoMonths("tina-" + UUID.randomUUID());
        for (String[] deed : new String[][] {{"joint-1", "m-1"}, {"bowl-2", "m-4"}}) {
            twin.does(deed[0], deed[1], anna.monthAgo());
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
    private static Set<String> facets(ViewerOfTwoMonths who) {
        Set<String> facets = new TreeSet<>();
        for (JsonNode one : who.calls().get("/api/v1/user/profile").json().path("interests")) {
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
        JsonNode asked = anna.calls().post("/api/v1/user/exports", "{}").json();
        await().atMost(SOON).until(() -> "ready".equals(anna.export(asked)));
        byte[] archive = anna.calls()
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
        assertThat(ben.calls().get(PARTS + "/" + item).status()).isEqualTo(404);
        assertThat(ben.calls().get(PARTS + "/" + item + "/certificate").status())
                .isEqualTo(404);
        assertThat(ben.calls().delete(PARTS + "/" + item).status()).isEqualTo(404);
        assertThat(ben.calls().get(DESK + "/" + item).status()).isEqualTo(403);
    }

    @Test
    void asking_again_changes_nothing() {
        Set<LogPosition> known = anna.places();
        JsonNode again = anna.asks("{\"contentId\":\"bowl-1\",\"messageId\":\"remove-1\"}");

        assertThat(again.path("id").asText()).isEqualTo(item);
        assertThat(again.has("keysDestroyedAt")).isTrue();
        assertThat(anna.places()).isEqualTo(known).containsAll(before);
        assertThat(anna.calls().delete(PARTS + "/" + item).problem()).isEqualTo("erasure-state");
    }

    @Test
    void a_judgement_that_went_and_is_sent_again_was_taken_before_and_does_not_come_back() {
        Set<LogPosition> known = anna.places();
        Answer again = anna.likesBowl();

        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(again.json().path("duplicate").asBoolean()).isTrue();
        assertThat(known).contains(new LogPosition(again.position()));
        assertThat(anna.places()).isEqualTo(known);
        assertThat(anna.calls().get("/api/v1/user/feedback").json().path("items"))
                .isEmpty();
    }

    @Test
    void the_log_still_verifies() {
        assertThat(Node.context().getBean(LogEvidence.class).verify(List.of(), checked -> {}))
                .isInstanceOf(Verification.Sound.class);
    }
}
