package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.eventlog.Simulation.Power;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that write and read one log while nodes crash or stall, primaries fail over and the wire loses questions and
 * answers. What a node was asked to store when it crashed is sent again through another. Then the weather calms down, and
 * everybody must get to the end of the log and be able to write.
 */
final class SimulatedWorld {
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final Duration HEALING = Duration.ofSeconds(22);
    private static final long LONGEST_STALL_NANOS = 6_000_000_000L;
    private static final int[] BLOCK_BYTES = {1 << 10, 3 << 10, 1 << 20};

    private final Simulation simulation;
    private final Random random;
    private final SimulatedServer server;
    private final Weather.Changing weather;
    private final EventLogSettings settings;
    private final History history = new History();
    private final List<Member> members = new ArrayList<>();
    private final Power world = new Power();
    private int busy;

    /** What a run was: equal for equal seeds. */
    record Run(long trace, int blocks, int acknowledged, int crashes, List<String> violations, List<String> story) {}

    private int crashes;

    SimulatedWorld(long seed) {
        Random climate = new Random(~seed);
        simulation = new Simulation(seed, climate.nextInt(3) * 0.05);
        random = simulation.random();
        server = new SimulatedServer(simulation);
        weather = new Weather.Changing(simulation);
        settings = new EventLogSettings(
                2 + random.nextInt(7),
                BLOCK_BYTES[random.nextInt(BLOCK_BYTES.length)],
                Duration.ofMillis(random.nextInt(3)),
                1 + random.nextInt(12),
                1 << (10 + random.nextInt(10)),
                Duration.ofMillis(1_500),
                Duration.ofMillis(50),
                1 + random.nextInt(8),
                random.nextBoolean() ? 1 : 1 << 25,
                Duration.ofSeconds(10),
                null);
    }

    Run run() {
        int nodes = 1 + random.nextInt(3);
        for (int i = 0; i < nodes; i++) {
            Member member = new Member("n" + i);
            members.add(member);
            member.start();
        }
        simulation.start("fate", world, this::strike);
        long end = simulation.now() + LONGEST.toNanos();
        while (busy > 0 && simulation.now() < end) {
            simulation.runUntil(simulation.now() + Duration.ofSeconds(1).toNanos());
        }
        history.check(busy == 0, "some writers never came to an end");
        weather.calmDown();
        members.forEach(Member::endWell);
        simulation.runUntil(simulation.now() + HEALING.toNanos());
        members.forEach(member -> history.check(member.wroteInTheEnd, member.name + " cannot write in good weather"));
        simulation.deaths().forEach(death -> history.check(false, death));
        List<Block> log = server.log();
        List<String> violations = history.violations(log);
        return new Run(
                simulation.trace(), log.size(), history.acknowledgements(), crashes, violations, simulation.story());
    }

    private void strike() {
        for (int i = random.nextInt(5); i > 0 && busy > 0; i--) {
            simulation.pause(Duration.ofMillis(random.nextInt(1_500)));
            Member member = members.get(random.nextInt(members.size()));
            switch (random.nextInt(3)) {
                case 0 -> server.failOver();
                case 1 -> member.stall();
                default -> {
                    crashes++;
                    member.crash();
                }
            }
        }
    }

    /** Through any node that runs, as somebody does who got no answer; in vain when none does for long. */
    private void sendAgain(List<LoggedEvent> commit, int patience) {
        List<Member> running =
                members.stream().filter(member -> member.node != null).toList();
        if (!running.isEmpty()) {
            running.get(random.nextInt(running.size())).sendAgain(commit);
        } else if (patience > 0) {
            simulation.later(Duration.ofMillis(300), () -> sendAgain(commit, patience - 1));
        }
    }

    /** A node over all its lives. */
    private final class Member {
        private final String name;
        private final int[] left = new int[1 + random.nextInt(3)];
        private final List<LogPosition> seen = history.reader();
        private Power power = new Power();
        private @Nullable SimulatedNode node;
        private final List<SimulatedClient> clients = new ArrayList<>();
        private int life;
        private boolean wroteInTheEnd;

        Member(String name) {
            this.name = name;
            for (int i = 0; i < left.length; i++) {
                left[i] = 3 + random.nextInt(8);
                busy += left[i];
            }
        }

        void start() {
            simulation.start(name, power, () -> {
                SimulatedNode opened = open();
                node = opened;
                for (int i = 0; i < left.length; i++) {
                    int client = i;
                    String who = name + "." + life + "." + i;
                    simulation.start(who, power, () -> work(client(opened, who), client));
                }
                simulation.start(name + "/reader", power, () -> follow(opened));
            });
        }

        private SimulatedClient client(SimulatedNode through, String who) {
            SimulatedClient client = new SimulatedClient(simulation, through, history, who);
            clients.add(client);
            return client;
        }

        private SimulatedNode open() {
            while (true) {
                try {
                    SimulatedStore store = new SimulatedStore(simulation, server, weather);
                    return new SimulatedNode(simulation, store, settings, name + "." + life, power);
                } catch (BrokenChain e) {
                    history.check(false, "opening says without reason: " + e.getMessage());
                    throw e;
                } catch (RuntimeException e) {
                    simulation.note("cannot open: " + e.getMessage());
                    simulation.pause(Duration.ofMillis(300));
                }
            }
        }

        private void work(SimulatedClient client, int number) {
            while (left[number] > 0) {
                client.act();
                left[number]--;
                busy--;
            }
        }

        private void follow(SimulatedNode through) {
            while (true) {
                LogPosition last = seen.isEmpty() ? LogPosition.START : seen.getLast();
                try (BlockStream stream = through.reader(last)) {
                    while (true) {
                        if (stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                            seen.add(new LogPosition(((GlobalSequenceTrackingToken)
                                            stream.nextAvailable().trackingToken())
                                    .getGlobalIndex()));
                        }
                        if (simulation.chance(0.02)) {
                            simulation.pause(Duration.ofMillis(random.nextInt(300)));
                        }
                    }
                } catch (BrokenChain e) {
                    history.check(false, "a reader is told without reason: " + e.getMessage());
                } catch (InterruptedException | RuntimeException e) {
                    simulation.note("reader: " + e);
                    simulation.pause(Duration.ofMillis(100));
                }
            }
        }

        void crash() {
            simulation.note("crash of " + name);
            power.cut();
            power = new Power();
            life++;
            node = null;
            clients.stream()
                    .map(SimulatedClient::open)
                    .filter(commit -> !commit.isEmpty() && simulation.chance(0.7))
                    .forEach(commit -> simulation.later(
                            Duration.ofMillis(random.nextInt(2_500)), () -> SimulatedWorld.this.sendAgain(commit, 10)));
            clients.clear();
            int next = life;
            simulation.later(Duration.ofMillis(random.nextInt(800)), () -> {
                if (life == next) {
                    start();
                }
            });
        }

        void sendAgain(List<LoggedEvent> commit) {
            String who = name + "." + life + ".heir";
            SimulatedClient heir = client(Objects.requireNonNull(node), who);
            simulation.start(who, power, () -> heir.sendAgain(commit));
        }

        void stall() {
            simulation.note("stall of " + name);
            power.hold(simulation.now() + random.nextLong(LONGEST_STALL_NANOS));
        }

        void endWell() {
            simulation.start(name + "/end", world, () -> {
                simulation.pause(Duration.ofSeconds(14));
                SimulatedClient last =
                        new SimulatedClient(simulation, Objects.requireNonNull(node), history, name + ".end");
                wroteInTheEnd = last.canWrite();
            });
        }
    }
}
