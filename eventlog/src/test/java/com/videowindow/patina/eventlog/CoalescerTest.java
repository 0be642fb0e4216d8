package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.eventlog.Commit.Outcome;
import com.videowindow.patina.eventlog.Simulation.Power;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What goes into the next block, and what may wait. */
class CoalescerTest {
    private static final Duration LINGER = Duration.ofMillis(2);

    private final Coalescer coalescer = coalescer(4, 2_000, 5, 1 << 20, Clockwork.SYSTEM);

    private static Coalescer coalescer(
            int blockEvents, int blockBytes, int queue, long queueBytes, Clockwork clockwork) {
        EventLogSettings usual = EventLogSettings.DEFAULTS;
        EventLogSettings settings = new EventLogSettings(
                blockEvents,
                blockBytes,
                LINGER,
                queue,
                queueBytes,
                usual.patience(),
                usual.poll(),
                usual.readAhead(),
                usual.cacheBytes(),
                usual.claimTimeout(),
                null);
        return new Coalescer(settings, clockwork);
    }

    private static Commit commit(LoggedEvent... events) {
        return new Commit(List.of(events), 0, Clockwork.SYSTEM);
    }

    private static Commit of(String stream) {
        return commit(Made.event(stream, 0));
    }

    private void offer(Commit... commits) {
        assertThat(coalescer.offerAll(List.of(commits))).isTrue();
    }

    private boolean refuses(Commit... commits) {
        return !coalescer.offerAll(List.of(commits));
    }

    @Test
    void so_many_events_close_a_block() throws Exception {
        Commit first = commit(Made.event("a", 0), Made.event("a", 1), Made.event("a", 2));
        Commit second = commit(Made.event("b", 0), Made.event("b", 1));
        Commit third = of("c");
        offer(first, second, third);

        assertThat(coalescer.next()).containsExactly(first);
        assertThat(coalescer.next()).containsExactly(second, third);
    }

    @Test
    void so_many_bytes_close_a_block() throws Exception {
        Commit first = commit(Made.event("a", 0, 700));
        Commit second = commit(Made.event("b", 0, 700));
        Commit third = commit(Made.event("c", 0, 700));
        offer(first, second, third);

        assertThat(coalescer.next()).containsExactly(first, second);
        assertThat(coalescer.next()).containsExactly(third);
    }

    @Test
    void a_commit_larger_than_a_block_has_one_of_its_own() throws Exception {
        Commit small = of("a");
        Commit large = commit(Made.event("b", 0, 9_000));
        Commit other = of("c");
        offer(small, large, other);

        assertThat(coalescer.next()).containsExactly(small);
        assertThat(coalescer.next()).containsExactly(large);
        assertThat(coalescer.next()).containsExactly(other);
    }

    @Test
    void of_two_commits_with_one_key_the_second_waits_for_the_next_block() throws Exception {
        Commit first = of("a");
        Commit same = of("a");
        Commit other = of("b");
        offer(first, same, other);

        assertThat(coalescer.next()).containsExactly(first, other);
        assertThat(coalescer.next()).containsExactly(same);
    }

    @Test
    void what_waits_for_the_next_block_is_refused_when_its_key_was_stored() throws Exception {
        Commit same = of("a");
        offer(of("a"), same);
        List<LoggedEvent> stored = coalescer.next().getFirst().events();

        assertThat(coalescer.refusePostponed(Head.EMPTY.seal(stored, "test").block()))
                .isOne();

        assertThat(same.outcome()).isEqualTo(new Outcome.Conflict("a@0"));
        assertThat(coalescer.isEmpty()).isTrue();
    }

    @Test
    void a_full_queue_refuses_all_of_what_it_has_not_room_for() throws Exception {
        offer(of("a"), of("b"), of("c"));

        assertThat(refuses(of("d"), of("e"), of("f"))).isTrue();
        assertThat(coalescer.depth()).isEqualTo(3);
        offer(of("g"), of("h"));
        assertThat(refuses(of("i"))).isTrue();

        assertThat(coalescer.next()).hasSize(4);
        offer(of("i"));
    }

    @Test
    void bytes_fill_the_queue_as_commits_do() {
        offer(commit(Made.event("a", 0, 600_000)));

        assertThat(refuses(of("b"), commit(Made.event("c", 0, 600_000)))).isTrue();
        offer(of("b"));
    }

    @Test
    void what_is_larger_than_the_queue_gets_in_alone() {
        Commit[] six = {of("a"), of("b"), of("c"), of("d"), of("e"), of("f")};
        offer(six);

        assertThat(refuses(of("g"))).isTrue();
        assertThat(coalescer.drain()).containsExactly(six);
        offer(commit(Made.event("a", 0, 2 << 20)));
        assertThat(refuses(of("g"))).isTrue();
    }

    @Test
    void what_is_kept_back_takes_its_room_until_it_is_out() throws Exception {
        offer(of("a"), of("a"), of("a"), of("a"), of("a"));

        assertThat(coalescer.next()).hasSize(1);
        assertThat(refuses(of("b"), of("c"))).isTrue();
        offer(of("b"));
    }

    @Test
    void what_its_writer_gave_up_is_left_out() throws Exception {
        Commit late = of("a");
        Commit other = of("b");
        offer(late, other);
        assertThat(late.take()).isTrue();

        assertThat(coalescer.next()).containsExactly(other);
        assertThat(coalescer.isEmpty()).isTrue();
    }

    /** In simulated time come two together, then one that another follows half a linger later, then one, then one. */
    @Test
    void only_after_a_block_of_several_one_lingers_for_more() {
        Simulation simulation = new Simulation(1, 0);
        Power power = new Power();
        SimulatedClockwork clockwork = new SimulatedClockwork(simulation, power, "node");
        Coalescer timed = coalescer(4, 2_000, 5, 1 << 20, clockwork);
        List<Integer> sizes = new ArrayList<>();
        List<Long> waits = new ArrayList<>();
        List<List<Commit>> comings =
                List.of(List.of(of("a"), of("b")), List.of(of("c")), List.of(of("e")), List.of(of("f")));
        simulation.start(
                "committer",
                power,
                () -> comings.forEach(coming -> {
                    timed.offerAll(coming);
                    if (sizes.size() == 1) {
                        simulation.later(LINGER.dividedBy(2), () -> timed.offerAll(List.of(of("d"))));
                    }
                    long since = simulation.now();
                    sizes.add(next(timed).size());
                    waits.add(TimeUnit.NANOSECONDS.toMicros(simulation.now() - since));
                }));

        simulation.runUntil(simulation.now() + Duration.ofSeconds(1).toNanos());

        assertThat(simulation.deaths()).isEmpty();
        assertThat(sizes).containsExactly(2, 2, 1, 1);
        assertThat(waits).element(0).isEqualTo(0L);
        assertThat(waits.get(1)).isBetween(1_000L, 1_100L);
        assertThat(waits.get(2)).isBetween(2_000L, 2_100L);
        assertThat(waits).element(3).isEqualTo(0L);
    }

    private static List<Commit> next(Coalescer of) {
        try {
            return of.next();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
