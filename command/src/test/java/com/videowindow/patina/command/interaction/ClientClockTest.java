package com.videowindow.patina.command.interaction;

import static com.videowindow.patina.command.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.Refused;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class ClientClockTest {

    private static final Instant RECEIVED = NOON;

    @Example
    void a_clock_that_is_an_hour_ahead_is_put_back() {
        Instant sent = RECEIVED.plusSeconds(3_600);

        assertThat(ClientClock.correct(sent.minusSeconds(30), sent, RECEIVED, false))
                .isEqualTo(RECEIVED.minusSeconds(30));
    }

    @Example
    void a_clock_that_was_reset_to_1970_is_put_forward() {
        Instant sent = Instant.EPOCH.plusSeconds(500);

        assertThat(ClientClock.correct(sent.minusSeconds(100), sent, RECEIVED, false))
                .isEqualTo(RECEIVED.minusSeconds(100));
    }

    @Example
    void a_second_on_the_way_is_no_error_of_the_clock() {
        Instant sent = RECEIVED.minusMillis(900);

        assertThat(ClientClock.correct(sent.minusSeconds(5), sent, RECEIVED, false))
                .isEqualTo(sent.minusSeconds(5));
    }

    @Example
    void what_was_done_offline_days_ago_keeps_its_distance_to_the_sending() {
        Instant sent = RECEIVED.plusSeconds(60);

        assertThat(ClientClock.correct(sent.minus(Duration.ofDays(3)), sent, RECEIVED, false))
                .isEqualTo(RECEIVED.minus(Duration.ofDays(3)));
    }

    @Example
    void without_a_sending_time_a_little_ahead_is_taken_for_now() {
        assertThat(ClientClock.correct(RECEIVED.plusSeconds(299), null, RECEIVED, false))
                .isEqualTo(RECEIVED);
    }

    @Example
    void imported_deeds_may_be_of_any_age() {
        Instant then = Instant.parse("1996-03-29T18:36:55Z");

        assertThat(ClientClock.correct(then, null, RECEIVED, true)).isEqualTo(then);
    }

    @Property
    void the_corrected_time_is_never_in_the_future_nor_older_than_allowed(
            @ForAll @LongRange(min = -40_000_000, max = 40_000_000) long at,
            @ForAll @LongRange(min = -40_000_000, max = 40_000_000) long sentAt) {
        try {
            Instant ours = ClientClock.correct(RECEIVED.plusSeconds(at), RECEIVED.plusSeconds(sentAt), RECEIVED, false);
            assertThat(ours).isBetween(RECEIVED.minus(Duration.ofDays(400)), RECEIVED);
        } catch (Refused refused) {
            assertThat(at > sentAt || sentAt - at > Duration.ofDays(400).toSeconds() - 2)
                    .isTrue();
        }
    }
}
