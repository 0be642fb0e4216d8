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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One thing goes wrong once, at the first question to the server, at the second, and so on to the last. */
class FaultAtEveryStepTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whatever_fails_is_refused_clearly_and_everything_goes_on(Fault fault) {
        int steps = new Script(fault, Integer.MAX_VALUE).play();
        assertThat(steps).isGreaterThan(60);
        for (int step = 0; step < steps; step++) {
            new Script(fault, step).play();
        }
    }

    /** Fair weather but for one step. */
    private static final class OneFault implements Weather {
        private final Weather calm = new Calm();
        private final Fault fault;
        private final int step;
        private int steps;

        OneFault(Fault fault, int step) {
            this.fault = fault;
            this.step = step;
        }

        @Override
        public Fault fault() {
            return steps++ == step ? fault : Fault.NONE;
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
            return majority;
        }

        @Override
        public boolean torn() {
            return false;
        }
    }

    /** Two nodes that write and read by turns, one of which is killed and followed by a third. */
    private static final class Script {
        private static final int PATIENCE = 8;
        private static final int EVENTS = 3 + 4 + 2 + 2 + 9 + 1;

        private final Simulation simulation = new Simulation(7, 0);
        private final SimulatedServer server = new SimulatedServer(simulation);
        private final History history = new History();
        private final List<LogPosition> seen = history.reader();
        private final OneFault weather;
        private final String what;
        private boolean ended;

        Script(Fault fault, int step) {
            weather = new OneFault(fault, step);
            what = fault + " at step " + step;
        }

        int play() {
            simulation.start("script", new Power(), this::script);
            for (int second = 0; second < 60 && (!ended || seen.size() < EVENTS); second++) {
                simulation.runUntil(simulation.now() + Duration.ofSeconds(1).toNanos());
            }
            simulation.deaths().forEach(death -> history.check(false, death));
            List<Block> log = server.log();
            assertThat(history.violations(log)).as(what).isEmpty();
            assertThat(ended).as(what + ": it came to its end").isTrue();
            assertThat(history.acknowledgements()).as(what).isEqualTo(EVENTS);
            return weather.steps;
        }

        private void script() {
            Power power = new Power();
            SimulatedNode first = opened("first", power);
            SimulatedClient anna = new SimulatedClient(simulation, first, history, "anna");
            write(anna, "shelf", 0, 3);
            SimulatedNode second = opened("second", new Power());
            SimulatedClient ben = new SimulatedClient(simulation, second, history, "ben");
            simulation.start("reader", second.power, () -> follow(second));
            write(ben, "shelf", 1, 1);
            retried(() -> anna.tell(List.of(view(ANNA, "a"), view(ANNA, "b"), view(ANNA, "c"))));
            retried(() -> ben.tell(List.of(view(ANNA, "b"), view(ANNA, "d"), view(ANNA, "d"))));
            write(ben, "shelf", 3, 2);
            write(anna, "shelf", 4, 2);
            write(anna, "bench", 0, 2);
            retried(() -> anna.readStream("shelf"));
            retried(() -> ben.readStream("shelf"));
            write(anna, "large", 0, 9);
            power.cut();
            SimulatedNode third = opened("third", new Power());
            write(new SimulatedClient(simulation, third, history, "cleo"), "shelf", 5, 1);
            retried(() -> ben.readStream("shelf"));
            ended = true;
        }

        /** The same events again and again, until it is known what became of them. */
        private void write(SimulatedClient client, String stream, int from, int count) {
            List<LoggedEvent> commit = IntStream.range(from, from + count)
                    .mapToObj(sequence -> client.event(stream, sequence))
                    .toList();
            retried(() -> client.write(commit));
        }

        private SimulatedNode opened(String name, Power power) {
            BlockStore store = new SimulatedStore(simulation, server, weather);
            return retried(() -> new SimulatedNode(simulation, store, EventLogSettings.DEFAULTS, name, power));
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
                    assertThat(e).hasMessage("state should be: open");
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
    }
}
