package com.videowindow.patina.api;

import static com.videowindow.patina.api.MonthsPassed.CLARAS;
import static com.videowindow.patina.api.MonthsPassed.RETENTION;
import static com.videowindow.patina.api.MonthsPassed.period;
import static com.videowindow.patina.api.MonthsPassed.periods;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.api.security.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was kept for long enough stays of whom a legal reason holds, for as long as it does. */
class HeldLongerTest {
    private static final Calls OFFICER = Node.as(Role.COMPLIANCE, "officer");

    private static MonthsPassed past;

    @BeforeAll
    static void months_pass() {
        past = MonthsPassed.once();
    }

    @Test
    void a_legal_hold_keeps_what_is_over_of_its_person_alone() {
        assertThat(past.held().path("held").asInt()).isEqualTo(1);
        assertThat(past.held().path("periods")).isEqualTo(past.preview().path("periods"));
        assertThat(past.held().path("apart")).isEmpty();

        assertThat(past.ending().path("apart").asInt()).isEqualTo(1);
        assertThat(periods(past.whileHeld().path("apart")))
                .contains("{\"period\":%s,\"people\":1}".formatted(period("interaction", CLARAS)));
        assertThat(past.whileHeld().path("periods")).isEmpty();
        assertThat(past.again().status()).isEqualTo(204);
        assertThat(past.rawWhileHeld()).contains("InteractionRecorded", "joint-2");
        assertThat(past.ben().get("/api/v1/user/interactions").json().toString())
                .doesNotContain("joint-2");
    }

    @Test
    void the_report_of_the_month_says_what_ended_and_what_a_hold_keeps() {
        assertThat(past.report().at("/retention/endedPeriods").asInt())
                .isGreaterThanOrEqualTo(past.ending().path("periods").size());
        assertThat(past.report().at("/retention/heldPeople").asInt()).isEqualTo(1);
        assertThat(past.report().at("/retention/heldPeriods").asInt())
                .isEqualTo(past.whileHeld().path("apart").size());
        assertThat(past.report().at("/retention/duePeriods").asInt()).isZero();
    }

    @Test
    void it_goes_once_nothing_holds_it() {
        assertThat(past.released().findValuesAsText("month")).contains(CLARAS.toString());
        assertThat(past.endedLast().path("apart").isMissingNode()).isTrue();
        assertThat(periods(past.endedLast().path("periods"))).contains(period("interaction", CLARAS));
        assertThat(OFFICER.get(RETENTION + "/preview").json().path("apart")).isEmpty();
        assertThat(past.rawAfterwards()).contains("ConsentGiven").doesNotContain("joint-2");
        assertThat(past.clara().get("/api/v1/user/interactions").json().path("items"))
                .isEmpty();
    }
}
