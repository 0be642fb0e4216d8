package com.videowindow.patina.projections.consent;

import static com.videowindow.patina.domain.consent.Purpose.PERSONALIZATION;
import static com.videowindow.patina.domain.consent.Purpose.TRAINING;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.projections.memory.Freshness;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsentGateTest {
    private static final SubjectId ANNA = SubjectId.of("00000000-0000-7000-8000-00000000000a");
    private static final PolicyVersion POLICY = new PolicyVersion("1");
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private static final Instant LATER = NOON.plusSeconds(3600);

    private long now = 1;
    private final Freshness freshness = new Freshness(() -> now, Duration.ofSeconds(5), Duration.ofMinutes(10));
    private final Set<SubjectId> leaving = new HashSet<>();
    private final ConsentGate gate = new ConsentGate(freshness, leaving::contains, new KnownPolicies(), () -> LATER);

    @BeforeEach
    void atTheHead() {
        freshness.probed(LogPosition.START);
    }

    private static Positioned given(long position, Purpose purpose) {
        return new Positioned(new LogPosition(position), new ConsentGiven(ANNA, purpose, POLICY, Channel.WEB, NOON));
    }

    private static Positioned withdrawn(long position, Purpose purpose) {
        return new Positioned(
                new LogPosition(position), new ConsentWithdrawn(ANNA, purpose, POLICY, Channel.WEB, NOON));
    }

    @Test
    void nobody_allows_anything_before_they_say_so() {
        assertThat(gate.allows(ANNA, PERSONALIZATION)).isFalse();
        assertThat(gate.allowedBy(ANNA)).isEmpty();
    }

    @Test
    void each_purpose_is_allowed_by_itself() {
        gate.on(given(0, PERSONALIZATION));
        assertThat(gate.allows(ANNA, PERSONALIZATION)).isTrue();
        assertThat(gate.allows(ANNA, TRAINING)).isFalse();
        gate.on(given(1, TRAINING));
        assertThat(gate.allowedBy(ANNA)).containsExactlyInAnyOrder(PERSONALIZATION, TRAINING);
    }

    @Test
    void who_asked_to_be_erased_allows_nothing_until_they_take_it_back() {
        gate.on(given(0, PERSONALIZATION));
        leaving.add(ANNA);
        assertThat(gate.allows(ANNA, PERSONALIZATION)).isFalse();
        leaving.clear();
        assertThat(gate.allows(ANNA, PERSONALIZATION)).isTrue();
    }

    @Test
    void who_asked_to_be_erased_is_still_opposed_to_being_sold() {
        gate.on(new Positioned(
                new LogPosition(0),
                new ControlChanged(
                        ANNA, Control.SALE_OPT_OUT, true, ControlChanged.Origin.CHOICE, Channel.WEB, NOON, null)));
        leaving.add(ANNA);
        assertThat(gate.isOn(ANNA, Control.SALE_OPT_OUT)).isTrue();
    }

    @Test
    void a_withdrawal_stored_here_holds_also_in_the_moment_in_which_the_reader_passes_it() throws Exception {
        AtomicLong acknowledged = new AtomicLong(-1);
        AtomicInteger wrong = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService askers = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                askers.execute(() -> {
                    while (!over.get()) {
                        long before = acknowledged.get();
                        boolean allowed = gate.allows(ANNA, PERSONALIZATION);
                        if (allowed && before >= 0 && acknowledged.get() == before) {
                            wrong.incrementAndGet();
                        }
                    }
                });
            }
            for (long round = 0; round < 20_000; round++) {
                gate.on(given(2 * round, PERSONALIZATION));
                Positioned withdrawal = withdrawn(2 * round + 1, PERSONALIZATION);
                gate.onOwn(withdrawal);
                acknowledged.set(round);
                gate.on(withdrawal);
                acknowledged.set(-1);
            }
            over.set(true);
        }
        assertThat(wrong).hasValue(0);
    }

    @Test
    void nothing_is_allowed_when_the_tail_is_more_than_five_seconds_behind() {
        gate.on(given(0, PERSONALIZATION));
        freshness.probed(new LogPosition(7));
        now += Duration.ofSeconds(6).toNanos();
        assertThat(gate.allows(ANNA, PERSONALIZATION)).isFalse();
        assertThat(gate.allowedBy(ANNA)).isEmpty();
        freshness.reached(new LogPosition(7));
        assertThat(gate.allows(ANNA, PERSONALIZATION)).isTrue();
    }

    @Test
    void what_was_known_goes_on_while_the_log_does_not_answer() {
        gate.on(given(0, PERSONALIZATION));
        now += Duration.ofMinutes(9).toNanos();
        assertThat(gate.allows(ANNA, PERSONALIZATION)).isTrue();
    }

    @Test
    void a_withdrawal_stored_here_holds_at_once() {
        gate.on(given(0, PERSONALIZATION));
        gate.onOwn(withdrawn(1, PERSONALIZATION));
        assertThat(gate.allows(ANNA, PERSONALIZATION)).isFalse();
    }

    @Test
    void an_older_choice_that_is_still_on_its_way_cannot_undo_a_withdrawal() {
        gate.onOwn(withdrawn(1, PERSONALIZATION));
        gate.on(given(0, PERSONALIZATION));
        assertThat(gate.allows(ANNA, PERSONALIZATION)).isFalse();
        gate.on(withdrawn(1, PERSONALIZATION));
        assertThat(gate.allows(ANNA, PERSONALIZATION)).isFalse();
    }

    @Test
    void a_choice_made_elsewhere_later_replaces_ones_own() {
        gate.onOwn(withdrawn(1, PERSONALIZATION));
        gate.on(withdrawn(1, PERSONALIZATION));
        gate.on(given(2, PERSONALIZATION));
        assertThat(gate.allows(ANNA, PERSONALIZATION)).isTrue();
    }
}
