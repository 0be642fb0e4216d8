package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.LongNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * People who did something months ago, and two endings: the first while Clara is held, the second once she is no more. Once
 * for all tests of this Java process, since read models are made anew for each.
 *
 * @param preview before anybody was held
 * @param held the preview, once Clara was
 * @param whileHeld the preview after the first ending
 * @param rawWhileHeld what the log had of Clara then
 * @param again what was answered to ending once more then
 * @param released the preview, once nothing held her
 * @param rawAfterwards what the log has of her after the second ending
 * @param old a list that was made for Anna in what has ended
 * @param before hers from just before the first ending
 * @param after hers from just after it
 */
record MonthsPassed(
        Calls anna,
        Calls ben,
        Calls clara,
        JsonNode preview,
        JsonNode held,
        JsonNode ending,
        JsonNode whileHeld,
        JsonNode report,
        String rawWhileHeld,
        Answer again,
        JsonNode released,
        JsonNode endedLast,
        String rawAfterwards,
        String old,
        String before,
        String after) {
    static final String RETENTION = "/api/v1/compliance/retention";
    static final Duration SOON = Duration.ofSeconds(90);
    static final YearMonth LONG_AGO = ago(90);
    static final YearMonth OLD = ago(30);
    static final YearMonth CLARAS = ago(32);
    static final YearMonth RECENT = ago(8);

    private static final Calls OFFICER = Node.as(Role.COMPLIANCE, "officer");
    private static final String HELD_ONE = "clara-" + UUID.randomUUID();
    private static @Nullable MonthsPassed known;

    /** Not as the class begins, which would keep those out who look again and again on threads of their own. */
    static synchronized MonthsPassed once() {
        MonthsPassed now = known;
        if (now == null) {
            now = pass();
            known = now;
        }
        return now;
    }

    /** Others are left held by other tests of this process, and would be kept apart too. */
    private static void liftHolds() {
        String compliance = "/api/v1/compliance/";
        for (JsonNode hold : OFFICER.get(compliance + "holds").json().path("items")) {
            String subject = compliance + "subjects/" + hold.path("subject").asText();
            OFFICER.delete(subject + "/holds/" + hold.path("reference").asText());
        }
        await().until(MonthsPassed::nowDue, now -> now.path("held").asInt() == 0);
    }

    private static MonthsPassed pass() {
        CraftCatalogue.publish();
        liftHolds();
        Calls ben = Node.person("ben-" + UUID.randomUUID());
        in(LONG_AGO, () -> ben.consenting());
        Calls anna = Node.person("anna-" + UUID.randomUUID()).consenting();
        in(OLD, () -> {
            views(anna, "joint-1");
            anna.post("/api/v1/user/feedback", "{\"contentId\":\"joint-1\",\"type\":\"like\"}");
        });
        in(RECENT, () -> views(anna, "bowl-1"));
        CraftCatalogue.awaitInMemory(views(anna, "bowl-2").position());
        String old = doneIn(OLD, () -> list(anna));
        String before = list(anna);
        Calls clara = Node.person(HELD_ONE).consenting();
        in(CLARAS, () -> {
            views(clara, "joint-2");
            CraftCatalogue.awaitInMemory(views(ben, "joint-2").position());
        });
        JsonNode preview = nowDue();

        String erasure = hold(clara);
        JsonNode held =
                await().until(MonthsPassed::nowDue, now -> now.path("held").asInt() == 1);
        JsonNode ending = end();
        String after = list(anna);
        JsonNode whileHeld = nowDue();
        JsonNode report = thisMonths();
        String rawWhileHeld = raw();
        Answer again = OFFICER.post(RETENTION + "/endings", "");

        release(erasure);
        JsonNode released =
                await().until(MonthsPassed::nowDue, now -> now.path("held").asInt() == 0);
        JsonNode endedLast = end();
        return new MonthsPassed(
                anna,
                ben,
                clara,
                preview,
                held,
                ending,
                whileHeld,
                report,
                rawWhileHeld,
                again,
                released,
                endedLast,
                raw(),
                old,
                before,
                after);
    }

    /** What goes if an ending begins now. */
    static JsonNode nowDue() {
        return OFFICER.get(RETENTION + "/preview").json();
    }

    private static JsonNode end() {
        Answer begun = OFFICER.post(RETENTION + "/endings", "");
        assertThat(begun.status()).isEqualTo(202);
        String id = begun.json().path("id").asText();
        await().atMost(SOON).pollInterval(Duration.ofMillis(500)).until(() -> "completed".equals(state(id)));
        return OFFICER.get(RETENTION + "/endings").json().path("items").get(0);
    }

    private static JsonNode thisMonths() {
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
                + OFFICER.post("/api/v1/compliance/subjects/search", "{\"userId\":\"%s\"}".formatted(HELD_ONE))
                        .json()
                        .path("subject")
                        .asText();
        String release = OFFICER.post(subject + "/releases", "{\"reason\":\"authority\",\"reference\":\"2026-17\"}")
                .json()
                .path("id")
                .asText();
        Node.as(Role.COMPLIANCE, "another").post("/api/v1/compliance/releases/" + release + "/grant", "");
        return pages(subject + "/events?release=" + release + "&cursor=");
    }

    /** A page ends where it has looked at much of the log, even if nothing of her was there. */
    private static String pages(String address) {
        StringBuilder all = new StringBuilder();
        JsonNode next = LongNode.valueOf(0);
        while (!next.isMissingNode()) {
            JsonNode page = OFFICER.get(address + next.asText()).json();
            all.append(page.path("items"));
            next = page.path("next");
        }
        return all.toString();
    }

    private static YearMonth ago(int months) {
        return YearMonth.now(ZoneOffset.UTC).minusMonths(months);
    }

    private static String hold(Calls clara) {
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

    static Answer views(Calls person, String content) {
        return person.post(
                "/api/v1/events", CraftCatalogue.view(UUID.randomUUID().toString(), content));
    }

    /** As if it were the middle of this month on the node that stores it. */
    static void in(YearMonth month, Runnable deeds) {
        doneIn(month, () -> {
            deeds.run();
            return month;
        });
    }

    private static <A> A doneIn(YearMonth month, Supplier<A> deeds) {
        Clock now = GenericEventMessage.clock;
        Instant then = month.atDay(15).atTime(12, 0).toInstant(ZoneOffset.UTC);
        GenericEventMessage.clock = Clock.fixed(then, ZoneOffset.UTC);
        try {
            return deeds.get();
        } finally {
            GenericEventMessage.clock = now;
        }
    }

    /** One of hers, once its trail is stored. */
    private static String list(Calls anna) {
        String id = anna.get("/api/v1/user/recommendations?limit=3")
                .json()
                .path("id")
                .asText();
        AuditOfUseTest.audit(id);
        return id;
    }

    static String period(String category, YearMonth month) {
        return "{\"category\":\"%s\",\"month\":\"%s\"}".formatted(category, month);
    }

    static List<String> periods(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::toString)
                .toList();
    }
}
