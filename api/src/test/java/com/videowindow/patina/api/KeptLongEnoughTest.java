package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.ReplayStatus;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.audit.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was kept for long enough goes, of everybody, and nothing else. */
class KeptLongEnoughTest {
    private static final String RETENTION = "/api/v1/compliance/retention";
    private static final Calls OFFICER = Node.as(Role.COMPLIANCE, "officer");
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String ANNA = "anna-" + UUID.randomUUID();
    private static final String BEN = "ben-" + UUID.randomUUID();
    private static final String CLARA = "clara-" + UUID.randomUUID();
    private static final YearMonth LONG_AGO = ago(90);
    private static final YearMonth OLD = ago(30);
    private static final YearMonth CLARAS = ago(32);
    private static final YearMonth RECENT = ago(8);
    private static final List<String> PERSONAL = List.of("interactions", "feedback", "interest-profiles");

    private static Calls anna;
    private static Calls ben;
    private static JsonNode preview;
    private static Calls clara;
    private static JsonNode held;
    private static JsonNode ending;
    private static JsonNode whileHeld;
    private static JsonNode report;
    private static String rawWhileHeld = "";
    private static Answer again;
    private static JsonNode released;
    private static JsonNode endedLast;
    private static String rawAfterwards = "";
    private static String old = "";
    private static String before = "";
    private static String after = "";

    @BeforeAll
    static void months_pass_and_an_ending_is_begun() {
        CraftCatalogue.publish();
        ben = Node.person(BEN);
        in(LONG_AGO, () -> ben.consenting());
        anna = Node.person(ANNA).consenting();
        in(OLD, () -> {
            views("joint-1");
            anna.post("/api/v1/user/feedback", "{\"contentId\":\"joint-1\",\"type\":\"like\"}");
        });
        in(RECENT, () -> views("bowl-1"));
        CraftCatalogue.awaitInMemory(views("bowl-2").position());
        in(OLD, () -> old = list());
        before = list();
        clara = Node.person(CLARA).consenting();
        in(CLARAS, () -> {
            clara.post("/api/v1/events", CraftCatalogue.view(UUID.randomUUID().toString(), "joint-2"));
            CraftCatalogue.awaitInMemory(ben.post(
                            "/api/v1/events",
                            CraftCatalogue.view(UUID.randomUUID().toString(), "joint-2"))
                    .position());
        });
        preview = OFFICER.get(RETENTION + "/preview").json();

        String erasure = hold();
        held = await().until(
                        () -> OFFICER.get(RETENTION + "/preview").json(),
                        now -> now.path("held").asInt() == 1);
        ending = end();
        after = list();
        whileHeld = OFFICER.get(RETENTION + "/preview").json();
        report = report();
        rawWhileHeld = raw();
        again = OFFICER.post(RETENTION + "/endings", "");

        release(erasure);
        released = await().until(
                        () -> OFFICER.get(RETENTION + "/preview").json(),
                        now -> now.path("held").asInt() == 0);
        endedLast = end();
        rawAfterwards = raw();
    }

    private static JsonNode end() {
        Answer begun = OFFICER.post(RETENTION + "/endings", "");
        assertThat(begun.status()).isEqualTo(202);
        String id = begun.json().path("id").asText();
        await().atMost(SOON).pollInterval(Duration.ofMillis(500)).until(() -> "completed".equals(state(id)));
        return OFFICER.get(RETENTION + "/endings").json().path("items").get(0);
    }

    private static JsonNode report() {
        Answer report = OFFICER.get("/api/v1/compliance/reports/" + YearMonth.now(ZoneOffset.UTC));
        String note = new String(report.response().body(), StandardCharsets.UTF_8);
        try {
            return new ObjectMapper().readTree(note.substring(0, note.lastIndexOf("\n\n")));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** What the log has of Clara, word for word. */
    private static String raw() {
        String subject = "/api/v1/compliance/subjects/"
                + OFFICER.post("/api/v1/compliance/subjects/search", "{\"userId\":\"%s\"}".formatted(CLARA))
                        .json()
                        .path("subject")
                        .asText();
        String release = OFFICER.post(subject + "/releases", "{\"reason\":\"authority\",\"reference\":\"2026-17\"}")
                .json()
                .path("id")
                .asText();
        Node.as(Role.COMPLIANCE, "another").post("/api/v1/compliance/releases/" + release + "/grant", "");
        return OFFICER.get(subject + "/events?release=" + release).json().toString();
    }

    private static YearMonth ago(int months) {
        return YearMonth.now(ZoneOffset.UTC).minusMonths(months);
    }

    private static String hold() {
        String id = clara.post("/api/v1/user/erasure", "{}").json().path("id").asText();
        String erasure = "/api/v1/compliance/erasures/" + id;
        OFFICER.post(erasure + "/hold", "{\"basis\":\"legal_claim\",\"reference\":\"2026-17\"}");
        return erasure;
    }

    private static void release(String erasure) {
        OFFICER.post(erasure + "/release", "");
        CraftCatalogue.awaitInMemory(OFFICER.post(
                        erasure.replace("/erasures/", "/requests/") + "/deny",
                        "{\"basis\":\"legal_claim\",\"reference\":\"2026-17\"}")
                .position());
    }

    private static String state(String id) {
        JsonNode newest =
                OFFICER.get(RETENTION + "/endings").json().path("items").path(0);
        return newest.path("id").asText().equals(id) ? newest.path("state").asText() : "";
    }

    private static Answer views(String content) {
        return anna.post("/api/v1/events", CraftCatalogue.view(UUID.randomUUID().toString(), content));
    }

    /** As if it were the middle of this month on the node that stores it. */
    private static void in(YearMonth month, Runnable deeds) {
        Clock now = GenericEventMessage.clock;
        Instant then = month.atDay(15).atTime(12, 0).toInstant(ZoneOffset.UTC);
        GenericEventMessage.clock = Clock.fixed(then, ZoneOffset.UTC);
        try {
            deeds.run();
        } finally {
            GenericEventMessage.clock = now;
        }
    }

    /** One of hers, once its trail is stored. */
    private static String list() {
        String id = anna.get("/api/v1/user/recommendations?limit=3")
                .json()
                .path("id")
                .asText();
        AuditOfUseTest.audit(id);
        return id;
    }

    /** One fact of this period, 25 months after it was stored, for these purposes. */
    private static String goes(String period, String... purposes) {
        return "{\"period\":%s,\"facts\":1,\"purposes\":[\"%s\"],\"months\":25,\"byPurpose\":false}"
                .formatted(period, String.join("\",\"", purposes));
    }

    private static String period(String category, YearMonth month) {
        return "{\"category\":\"%s\",\"month\":\"%s\"}".formatted(category, month);
    }

    private static List<String> periods(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::toString)
                .toList();
    }

    @Test
    void the_preview_names_what_goes_and_how_much_it_is() {
        assertThat(periods(preview.path("periods")))
                .contains(
                        goes(period("interaction", OLD), "personalization", "training", "analytics"),
                        goes(period("feedback", OLD), "personalization", "training"));
        assertThat(preview.findValuesAsText("month")).doesNotContain(LONG_AGO.toString(), RECENT.toString());
        assertThat(periods(ending.path("periods")))
                .isEqualTo(StreamSupport.stream(preview.path("periods").spliterator(), false)
                        .map(each -> each.path("period").toString())
                        .toList());
    }

    @Test
    void the_preview_looks_ahead() {
        Instant later = Instant.now().plus(Duration.ofDays(31 * 18));
        JsonNode ahead = OFFICER.get(RETENTION + "/preview?at=" + later).json();

        assertThat(periods(ahead.path("periods")))
                .contains(goes(period("interaction", RECENT), "personalization", "training", "analytics"));
    }

    @Test
    void what_was_stored_then_is_gone_and_the_rest_is_there() {
        JsonNode deeds = anna.get("/api/v1/user/interactions").json().path("items");

        assertThat(deeds.findValuesAsText("contentId")).containsExactlyInAnyOrder("bowl-1", "bowl-2");
        assertThat(anna.get("/api/v1/user/feedback").json().path("items")).isEmpty();
        assertThat(anna.get("/api/v1/user/profile").json().path("interests").toString())
                .contains("ceramics")
                .doesNotContain("woodworking");
    }

    @Test
    void lists_that_rested_on_it_say_what_cannot_be_told_any_more() {
        JsonNode rested = AuditOfUseTest.audit(before);
        assertThat(rested.path("verdict").asText()).as(rested.toPrettyString()).isEqualTo("cannot_be_told");
        assertThat(rested.path("lost").toString())
                .contains("\"basis\":\"profile\",\"why\":\"period_ended\",\"category\":\"interaction\",\"count\":1")
                .contains("\"category\":\"feedback\",\"count\":1");
        assertThat(rested.at("/inForce/data").toString()).contains("\"unreadable\":1");

        JsonNode gone = AuditOfUseTest.audit(old);
        assertThat(gone.at("/lost/0/basis").asText()).isEqualTo("list");
        assertThat(gone.at("/lost/0/why").asText()).isEqualTo("period_ended");
        assertThat(gone.at("/lost/0/category").asText()).isEqualTo("serving");

        JsonNode since = AuditOfUseTest.audit(after);
        assertThat(since.path("verdict").asText()).as(since.toPrettyString()).isNotEqualTo("differs");
        assertThat(since.path("lost").toString()).doesNotContain("\"basis\":\"profile\"");
    }

    @Test
    void what_somebody_chose_holds_as_long_as_they_are_there() {
        assertThat(ben.get("/api/v1/user/consents").json().toString()).contains("\"granted\":true");
        assertThat(ben.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void read_models_are_those_that_the_log_makes() {
        Replays replays = Node.context().getBean(Replays.class);
        String round = "compared-" + UUID.randomUUID() + "-";
        PERSONAL.forEach(name -> replays.start(round + name, name, Instant.now()));
        for (String name : PERSONAL) {
            await().atMost(SOON)
                    .until(() -> replays.find(round + name).orElseThrow().state() == ReplayStatus.State.COMPLETED);
            assertThat(replays.find(round + name).orElseThrow().outcome()).contains("identical field by field");
        }
    }

    @Test
    void looking_again_ends_nothing_more() {
        int before = OFFICER.get(RETENTION + "/endings").json().path("items").size();

        assertThat(OFFICER.post(RETENTION + "/endings", "").status()).isEqualTo(204);
        assertThat(OFFICER.get(RETENTION + "/preview").json().path("periods")).isEmpty();
        assertThat(OFFICER.get(RETENTION + "/endings").json().path("items")).hasSize(before);
    }

    @Test
    void a_node_whose_clock_is_wrong_stores_nothing_in_a_time_that_has_ended() {
        in(OLD, () -> {
            Answer late = views("joint-3");
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.problem()).isEqualTo("period-ended");
        });
    }

    @Test
    void a_legal_hold_keeps_what_is_over_of_its_person_alone() {
        assertThat(held.path("held").asInt()).isEqualTo(1);
        assertThat(held.path("periods")).isEqualTo(preview.path("periods"));
        assertThat(held.path("apart")).isEmpty();

        assertThat(ending.path("apart").asInt()).isEqualTo(1);
        assertThat(periods(whileHeld.path("apart")))
                .contains("{\"period\":%s,\"people\":1}".formatted(period("interaction", CLARAS)));
        assertThat(whileHeld.path("periods")).isEmpty();
        assertThat(again.status()).isEqualTo(204);
        assertThat(rawWhileHeld).contains("InteractionRecorded", "joint-2");
        assertThat(ben.get("/api/v1/user/interactions").json().toString()).doesNotContain("joint-2");
    }

    @Test
    void the_report_of_the_month_says_what_ended_and_what_a_hold_keeps() {
        assertThat(report.at("/retention/endedPeriods").asInt())
                .isGreaterThanOrEqualTo(ending.path("periods").size());
        assertThat(report.at("/retention/heldPeople").asInt()).isEqualTo(1);
        assertThat(report.at("/retention/heldPeriods").asInt())
                .isEqualTo(whileHeld.path("apart").size());
        assertThat(report.at("/retention/duePeriods").asInt()).isZero();
    }

    @Test
    void it_goes_once_nothing_holds_it() {
        assertThat(released.findValuesAsText("month")).contains(CLARAS.toString());
        assertThat(endedLast.path("apart").isMissingNode()).isTrue();
        assertThat(periods(endedLast.path("periods"))).contains(period("interaction", CLARAS));
        assertThat(OFFICER.get(RETENTION + "/preview").json().path("apart")).isEmpty();
        assertThat(rawAfterwards).contains("ConsentGiven").doesNotContain("joint-2");
        assertThat(clara.get("/api/v1/user/interactions").json().path("items")).isEmpty();
    }

    @Test
    void officers_decide_and_nobody_else() {
        Answer set = OFFICER.put(RETENTION + "/serving", "{\"months\":12,\"basis\":\"legitimate_interest\"}");
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.json().at("/rule/months").asInt()).isEqualTo(13);
        assertThat(set.json().at("/rule/next/months").asInt()).isEqualTo(12);

        JsonNode schedule = OFFICER.get(RETENTION + "?after=" + set.position()).json();
        assertThat(schedule.path("version")).isEqualTo(set.json().path("version"));
        assertThat(schedule.path("rules")).contains(set.json().path("rule")).hasSize(6);
        assertThat(anna.get(RETENTION).status()).isEqualTo(403);
        assertThat(Node.engineer()
                        .put(RETENTION + "/serving", "{\"months\":12,\"basis\":\"contract\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThat(OFFICER.put(RETENTION + "/serving", "{\"months\":0,\"basis\":\"contract\"}")
                        .status())
                .isEqualTo(400);
        assertThat(OFFICER.put(RETENTION + "/serving", "{\"basis\":\"contract\"}")
                        .problem())
                .isEqualTo("implausible");
        assertThat(OFFICER.put(RETENTION + "/consent", "{\"months\":12,\"basis\":\"contract\"}")
                        .json()
                        .toString())
                .contains("must be absent");
        assertThat(OFFICER.put(RETENTION + "/everything", "{\"months\":12,\"basis\":\"contract\"}")
                        .status())
                .isEqualTo(400);
        assertThat(OFFICER.get(RETENTION + "/preview?at=2999-01-01T00:00:00Z").status())
                .isEqualTo(400);
    }

    @Test
    void the_log_still_verifies() {
        assertThat(Node.context().getBean(LogEvidence.class).verify(List.of(), checked -> {}))
                .isInstanceOf(Verification.Sound.class);
    }
}
