package com.videowindow.patina.projections.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureBroughtForward;
import com.videowindow.patina.domain.erasure.ErasureCancelled;
import com.videowindow.patina.domain.erasure.ErasureCertified;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.ErasureRequested;
import com.videowindow.patina.domain.erasure.ErasureStarted;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A round of erasures costs what there is to do in it, and not what waits beside it. */
class ManyLeaveAtOnceTest {
    private static final int PEOPLE = 20_000;
    /** About the logarithm of how many there are, for each of the four moves of an erasure, into its place and out of it. */
    private static final long STEPS_EACH = 4 * 2 * 32;

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Duration GRACE = Duration.ofDays(14);

    private long steps;
    private long position;
    private final OpenErasures open = new OpenErasures((one, other) -> {
        steps++;
        return OpenErasures.FIRST_DUE.compare(one, other);
    });

    private static SubjectId person(int number) {
        return new SubjectId(new UUID(0x7000, 0x8000_0000_0000_0000L | number));
    }

    private static ErasureId erasure(int number) {
        return new ErasureId(new UUID(number * 0x9E37_79B9_7F4A_7C15L, number));
    }

    private void happens(ErasureEvent event) {
        open.take(new Positioned(new LogPosition(position++), event));
    }

    private void leaves(int number, Instant due) {
        SubjectId subject = person(number);
        happens(new ErasureRequested(
                erasure(number),
                subject,
                new Actor(Actor.Kind.SUBJECT, subject),
                Regulation.GDPR,
                due,
                NOON.plus(Duration.ofDays(30)),
                null,
                NOON));
    }

    /** As one round does. */
    private int round(Instant now) {
        List<ErasureProgress> started = open.of(ErasureState.STARTED);
        started.forEach(one ->
                happens(new SubjectErased(one.erasure(), one.subject(), new Fence(LogPosition.START, "f"), now)));
        List<ErasureProgress> due = open.due(now);
        due.forEach(one -> happens(new ErasureStarted(one.erasure(), one.subject(), now)));
        List<ErasureProgress> erased = open.of(ErasureState.ERASED);
        erased.forEach(one -> happens(new ErasureCertified(one.erasure(), one.subject(), "signed", now)));
        return started.size() + due.size() + erased.size();
    }

    @Test
    void rounds_cost_nothing_while_all_wait_and_each_person_is_looked_at_once_for_each_step() {
        for (int i = 0; i < PEOPLE; i++) {
            leaves(i, NOON.plus(GRACE).plusSeconds(i));
        }
        long before = steps;
        for (int i = 0; i < PEOPLE; i++) {
            assertThat(round(NOON.plusSeconds(i))).isZero();
        }
        assertThat(steps - before).as("while nobody is due").isLessThan(PEOPLE * 32L);

        long looked = 0;
        for (int i = 0; i < PEOPLE + 2; i++) {
            looked += round(NOON.plus(GRACE).plusSeconds(i));
        }
        assertThat(looked).isEqualTo(3L * PEOPLE);
        assertThat(steps).as("in all").isLessThan(PEOPLE * STEPS_EACH);
        assertThat(open.all()).isEmpty();
    }

    @Test
    void all_that_are_due_at_one_moment_are_found_in_one_round() {
        for (int i = 0; i < PEOPLE; i++) {
            leaves(i, NOON);
        }
        assertThat(open.due(NOON.minusMillis(1))).isEmpty();
        assertThat(round(NOON) + round(NOON)).isEqualTo(3 * PEOPLE);
        assertThat(Stream.of(ErasureState.values()).flatMap(state -> open.of(state).stream()))
                .isEmpty();
        assertThat(steps).isLessThan(PEOPLE * STEPS_EACH);
    }

    @Test
    void who_is_sooner_than_they_asked_has_one_place_and_who_stays_has_none() {
        leaves(1, NOON.plus(GRACE));
        leaves(2, NOON.plus(GRACE));
        happens(new ErasureBroughtForward(erasure(1), person(1), new Actor(Actor.Kind.SUBJECT, person(1)), NOON, NOON));
        happens(new ErasureCancelled(erasure(2), person(2), new Actor(Actor.Kind.SUBJECT, person(2)), NOON));
        assertThat(open.due(NOON)).extracting(ErasureProgress::subject).containsExactly(person(1));
        assertThat(open.of(ErasureState.PENDING)).hasSize(1);
    }
}
