package com.videowindow.patina.api;

import static com.videowindow.patina.api.MonthsPassed.LONG_AGO;
import static com.videowindow.patina.api.MonthsPassed.OLD;
import static com.videowindow.patina.api.MonthsPassed.RECENT;
import static com.videowindow.patina.api.MonthsPassed.RETENTION;
import static com.videowindow.patina.api.MonthsPassed.SOON;
import static com.videowindow.patina.api.MonthsPassed.in;
import static com.videowindow.patina.api.MonthsPassed.period;
import static com.videowindow.patina.api.MonthsPassed.periods;
import static com.videowindow.patina.api.MonthsPassed.views;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.ReplayStatus;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.audit.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was kept for long enough goes, of everybody, and nothing else. */
class KeptLongEnoughTest {
    private static final Calls OFFICER = Node.as(Role.COMPLIANCE, "officer");
    private static final List<String> PERSONAL = List.of("interactions", "feedback", "interest-profiles");

    private static MonthsPassed past;

    @BeforeAll
    static void months_pass() {
        past = MonthsPassed.once();
    }

    /** One fact of this period, 25 months after it was stored, for these purposes. */
    private static String goes(String period, String... purposes) {
        return "{\"period\":%s,\"facts\":1,\"purposes\":[\"%s\"],\"months\":25,\"byPurpose\":false}"
                .formatted(period, String.join("\",\"", purposes));
    }

    @Test
    void the_preview_names_what_goes_and_how_much_it_is() {
        assertThat(periods(past.preview().path("periods")))
                .contains(
                        goes(period("interaction", OLD), "personalization", "training", "analytics"),
                        goes(period("feedback", OLD), "personalization", "training"));
        assertThat(past.preview().findValuesAsText("month")).doesNotContain(LONG_AGO.toString(), RECENT.toString());
        assertThat(periods(past.ending().path("periods")))
                .isEqualTo(StreamSupport.stream(past.preview().path("periods").spliterator(), false)
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
        JsonNode deeds = past.anna().get("/api/v1/user/interactions").json().path("items");

        assertThat(deeds.findValuesAsText("contentId")).containsExactlyInAnyOrder("bowl-1", "bowl-2");
        assertThat(past.anna().get("/api/v1/user/feedback").json().path("items"))
                .isEmpty();
        assertThat(past.anna()
                        .get("/api/v1/user/profile")
                        .json()
                        .path("interests")
                        .toString())
                .contains("ceramics")
                .doesNotContain("woodworking");
    }

    @Test
    void lists_that_rested_on_it_say_what_cannot_be_told_any_more() {
        JsonNode rested = AuditOfUseTest.audit(past.before());
        assertThat(rested.path("verdict").asText()).as(rested.toPrettyString()).isEqualTo("cannot_be_told");
        assertThat(rested.path("lost").toString())
                .contains("\"basis\":\"profile\",\"why\":\"period_ended\",\"category\":\"interaction\",\"count\":1")
                .contains("\"category\":\"feedback\",\"count\":1");
        assertThat(rested.at("/inForce/data").toString()).contains("\"unreadable\":1");

        JsonNode gone = AuditOfUseTest.audit(past.old());
        assertThat(gone.at("/lost/0/basis").asText()).isEqualTo("list");
        assertThat(gone.at("/lost/0/why").asText()).isEqualTo("period_ended");
        assertThat(gone.at("/lost/0/category").asText()).isEqualTo("serving");

        JsonNode since = AuditOfUseTest.audit(past.after());
        assertThat(since.path("verdict").asText()).as(since.toPrettyString()).isNotEqualTo("differs");
        assertThat(since.path("lost").toString()).doesNotContain("\"basis\":\"profile\"");
    }

    @Test
    void what_somebody_chose_holds_as_long_as_they_are_there() {
        assertThat(past.ben().get("/api/v1/user/consents").json().toString()).contains("\"granted\":true");
        assertThat(past.ben()
                        .post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"))
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
        int known = OFFICER.get(RETENTION + "/endings").json().path("items").size();

        assertThat(OFFICER.post(RETENTION + "/endings", "").status()).isEqualTo(204);
        assertThat(OFFICER.get(RETENTION + "/preview").json().path("periods")).isEmpty();
        assertThat(OFFICER.get(RETENTION + "/endings").json().path("items")).hasSize(known);
    }

    @Test
    void a_node_whose_clock_is_wrong_stores_nothing_in_a_time_that_has_ended() {
        in(OLD, () -> {
            Answer late = views(past.anna(), "joint-3");
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.problem()).isEqualTo("period-ended");
        });
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
        assertThat(past.anna().get(RETENTION).status()).isEqualTo(403);
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

    /** Their list rests on nobody's facts, also where the request names content. */
    @Test
    void whoever_allows_nothing_still_goes_on_page_by_page() {
        CraftCatalogue.publish();
        Calls nobody = Node.person("nobody-" + UUID.randomUUID());
        JsonNode first = nobody.get("/api/v1/user/recommendations?limit=1&pool=joint-1,joint-2")
                .json();
        Answer second = nobody.get(first.path("next").asText());

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().at("/items/0/rank").asInt()).isEqualTo(2);
    }

    @Test
    void the_log_still_verifies() {
        assertThat(Node.context().getBean(LogEvidence.class).verify(List.of(), checked -> {}))
                .isInstanceOf(Verification.Sound.class);
    }
}
