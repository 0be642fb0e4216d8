package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.view;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.eventlog.Simulation.Power;
import com.videowindow.patina.eventlog.Weather.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One thing goes wrong once, at the first question to the server, at the second, and so on to the last. */
class FaultAtEveryStepTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whatever_fails_is_refused_clearly_and_everything_goes_on(Fault fault) {
        atEveryStep(fault.name(), script -> fault);
    }

    /** At once, or when the write that was just sent is applied and neither replicated nor answered. */
    @ParameterizedTest
    @ValueSource(longs = {0, 700_000})
    void another_primary_takes_over_and_everything_goes_on(long nanosLater) {
        atEveryStep("failover after " + nanosLater + " ns", script -> {
            script.simulation.later(Duration.ofNanos(nanosLater), script.server::failOver);
            return Fault.NONE;
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 700_000})
    void a_node_crashes_and_another_goes_on_with_what_it_was_asked(long nanosLater) {
        atEveryStep("crash after " + nanosLater + " ns", script -> {
            Power asking = script.asking.power;
            script.simulation.later(Duration.ofNanos(nanosLater), asking::cut);
            return Fault.NONE;
        });
    }

    /** As after a failover, and again so many questions later. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void a_server_that_knows_nothing_yet_is_not_taken_for_one_that_lost_the_log(int gap) {
        atEveryStep("ignorance, again after " + gap, gap, script -> {
            script.ignorant = true;
            return Fault.NONE;
        });
    }

    private static void atEveryStep(String what, Luck luck) {
        atEveryStep(what, 0, luck);
    }

    private static void atEveryStep(String what, int gap, Luck luck) {
        int steps = new Script(what, Integer.MAX_VALUE, 0, luck).play();
        assertThat(steps).isGreaterThan(30);
        for (int step = 0; step < steps; step++) {
            new Script(what, step, gap, luck).play();
        }
    }

    /** What happens at the step, besides this fault of the wire. */
    private interface Luck {
        Fault strikes(Script script);
    }

    /** Two nodes that write and read by turns, one of which is killed and followed by a third. */
    private static final class Script {
        private static final int PATIENCE = 8;
        private static final int EVENTS = 3 + 4 + 2 + 2 + 9 + 1;

        private final Simulation simulation = new Simulation(7, 0);
        private final SimulatedServer server = new SimulatedServer(simulation);
        private final History history = new History();
        private final List<LogPosition> seen = history.reader();
        private final String what;
        private final int step;
        private final int gap;
        private final Luck luck;
        private Desk asking = new Desk("nobody", false);
        private int steps;
        private boolean ignorant;
        private boolean ended;

        /** @param gap how many steps later it strikes again */
        Script(String what, int step, int gap, Luck luck) {
            this.what = what + " at step " + step;
            this.step = step;
            this.gap = gap;
            this.luck = luck;
        }

        int play() {
            simulation.start("script", new Power(), this::script);
            for (int second = 0; second < 60 && !ended; second++) {
                simulation.runUntil(simulation.now() + Duration.ofSeconds(1).toNanos());
            }
            simulation.deaths().forEach(death -> history.check(false, death));
            List<Block> log = server.log();
            assertThat(history.violations(log)).as(what).isEmpty();
            assertThat(ended).as(what + ": it came to its end").isTrue();
            assertThat(history.acknowledgements()).as(what).isEqualTo(EVENTS);
            return steps;
        }

        private void script() {
            Desk anna = new Desk("anna", false);
            write(anna, "shelf", 0, 3);
            Desk ben = new Desk("ben", true);
            write(ben, "shelf", 1, 1);
            retried(() -> anna.client().tell(List.of(view(ANNA, "a"), view(ANNA, "b"), view(ANNA, "c"))));
            retried(() -> ben.client().tell(List.of(view(ANNA, "b"), view(ANNA, "d"), view(ANNA, "d"))));
            write(ben, "shelf", 3, 2);
            write(anna, "shelf", 4, 2);
            write(anna, "bench", 0, 2);
            retried(() -> anna.client().readStream("shelf"));
            retried(() -> ben.client().readStream("shelf"));
            write(anna, "large", 0, 9);
            anna.power.cut();
            write(new Desk("cleo", false), "shelf", 5, 1);
            retried(() -> ben.client().readStream("shelf"));
            while (seen.size() < EVENTS) {
                simulation.pause(Duration.ofMillis(100));
                retried(ben::client);
            }
            ended = true;
        }

        /** The same events again and again, until it is known what became of them. */
        private void write(Desk desk, String stream, int from, int count) {
            List<LoggedEvent> commit = retried(() -> IntStream.range(from, from + count)
                    .mapToObj(sequence -> desk.client().event(stream, sequence))
                    .toList());
            retried(() -> desk.client().write(commit));
        }

        private void retried(Runnable step) {
            retried(() -> {
                step.run();
                return true;
            });
        }

        private <T> T retried(Supplier<T> step) {
            for (int i = 1; i < PATIENCE; i++) {
                try {
                    return step.get();
                } catch (LogUnavailable | MongoException e) {
                    simulation.pause(Duration.ofMillis(100));
                } catch (IllegalStateException e) {
                    assertThat(e).hasMessage("state should be: open");
                } catch (StackOverflowError e) {
                    assertThat(e).hasMessage("somewhere in the driver");
                }
            }
            return step.get();
        }

        private void follow(SimulatedNode through) {
            while (true) {
                try (BlockStream stream = through.reader(seen.isEmpty() ? LogPosition.START : seen.getLast())) {
                    readAll(stream);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                } catch (IllegalStateException e) {
                    assertThat(e).hasMessageMatching("state should be: open|the log cannot be read on");
                }
            }
        }

        private void readAll(BlockStream stream) throws InterruptedException {
            while (true) {
                if (stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                    seen.add(new LogPosition(((GlobalSequenceTrackingToken)
                                    stream.nextAvailable().trackingToken())
                            .getGlobalIndex()));
                }
            }
        }

        /** Somebody's node, and the next one when it crashed. */
        private final class Desk implements Weather {
            private final Weather calm = new Calm();
            private final String name;
            private final boolean follows;
            private Power power = new Power();
            private @Nullable SimulatedClient client;
            private int lives;

            Desk(String name, boolean follows) {
                this.name = name;
                this.follows = follows;
            }

            SimulatedClient client() {
                if (client == null || !power.isOn()) {
                    client = open();
                }
                return client;
            }

            private SimulatedClient open() {
                power = new Power();
                String who = name + lives++;
                BlockStore store = new SimulatedStore(simulation, server, this);
                SimulatedNode node = new SimulatedNode(simulation, store, EventLogSettings.DEFAULTS, who, power);
                if (follows) {
                    simulation.start("reader", power, () -> follow(node));
                }
                return new SimulatedClient(simulation, node, history, who);
            }

            /** Fair weather but for one step; the dead hear nothing. */
            @Override
            public Fault fault() {
                if (!power.isOn()) {
                    return Fault.REFUSED;
                }
                asking = this;
                boolean strikes = steps == step || steps - gap == step;
                steps++;
                return strikes ? luck.strikes(Script.this) : Fault.NONE;
            }

            @Override
            public Duration latency() {
                return calm.latency();
            }

            @Override
            public Duration replication() {
                return calm.replication();
            }

            @Override
            public int seen(int majority) {
                int seen = ignorant ? 0 : majority;
                ignorant = false;
                return seen;
            }

            @Override
            public boolean torn() {
                return false;
            }
        }
    }
}
