package com.videowindow.patina.eventlog;

import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.eventlog.SimulatedServer.Applied;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One process's connection to the simulated server. */
final class SimulatedStore implements BlockStore {
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final long LONGEST_TEAR_NANOS = 30_000_000;

    private final Simulation simulation;
    private final SimulatedServer server;
    private final Weather weather;

    SimulatedStore(Simulation simulation, SimulatedServer server, Weather weather) {
        this.simulation = simulation;
        this.server = server;
        this.weather = weather;
    }

    @Override
    public void insert(Block block) {
        simulation.note("insert " + block.number());
        Weather.Fault fault = asked();
        if (fault == Weather.Fault.LATE) {
            Duration delay = weather.latency().multipliedBy(20);
            simulation.later(delay, () -> arriveLate(block));
            throw cut();
        }
        Applied write = server.apply(block, weather.replication());
        while (!server.isDurable(write)) {
            if (server.isTakenBack(write)) {
                throw cut();
            }
            simulation.pause(Duration.ofNanos(500_000));
        }
        answered(fault);
    }

    private void arriveLate(Block block) {
        try {
            server.apply(block, weather.replication());
        } catch (RuntimeException duplicate) {
            // nobody waits for the answer any more
        }
    }

    private Weather.Fault asked() {
        Weather.Fault fault = weather.fault();
        simulation.note(fault.name());
        simulation.pause(weather.latency());
        return switch (fault) {
            case REFUSED -> throw new MongoTimeoutException("no server");
            case FATAL -> throw new StackOverflowError("somewhere in the driver");
            case BROKEN -> throw new IllegalStateException("state should be: open");
            case LOST -> {
                simulation.pause(simulation.chance(0.5) ? SILENCE : Duration.ZERO);
                throw cut();
            }
            case NONE, UNANSWERED, LATE -> fault;
        };
    }

    private void answered(Weather.Fault fault) {
        simulation.pause(weather.latency());
        if (fault == Weather.Fault.UNANSWERED || fault == Weather.Fault.LATE) {
            throw cut();
        }
    }

    private static MongoSocketReadException cut() {
        return new MongoSocketReadException("the connection was cut", new ServerAddress());
    }

    /** Looks for one after the other, and sees of each what the majority has at that moment. */
    private <T> void look(String what, Collection<T> wanted, ObjIntConsumer<T> at) {
        simulation.note(what);
        Weather.Fault fault = asked();
        int view = weather.seen(server.majority());
        for (T one : wanted) {
            if (weather.torn()) {
                simulation.pause(Duration.ofNanos(simulation.random().nextLong(LONGEST_TEAR_NANOS)));
                view = Math.max(view, weather.seen(server.majority()));
            }
            at.accept(one, view);
        }
        answered(fault);
    }

    @Override
    public List<Block> find(List<Long> numbers) {
        Map<Long, Block> found = new HashMap<>();
        look("find " + numbers.getFirst(), numbers, (number, view) -> put(found, server.block(number, view)));
        return List.copyOf(found.values());
    }

    @Override
    public Set<Long> existing(List<Long> numbers) {
        Map<Long, Block> found = new HashMap<>();
        look("existing", numbers, (number, view) -> put(found, server.block(number, view)));
        return found.keySet();
    }

    private static void put(Map<Long, Block> found, @Nullable Block block) {
        if (block != null) {
            found.put(block.number(), block);
        }
    }

    private Map<Long, Block> holding(String what, Collection<String> keys) {
        Map<Long, Block> found = new TreeMap<>();
        look(what, new TreeSet<>(keys), (key, view) -> put(found, server.holding(key, view)));
        return found;
    }

    @Override
    public List<LoggedEvent> events(Set<String> keys) {
        return holding("events", keys).values().stream()
                .flatMap(block -> block.events().stream())
                .filter(event -> keys.contains(event.key()))
                .toList();
    }

    @Override
    public Map<String, Place> places(Collection<String> keys) {
        Map<String, Place> places = new HashMap<>();
        each(
                holding("places", keys),
                new HashSet<>(keys),
                (event, position) -> places.put(event.key(), new Place(position, event.id())));
        return places;
    }

    @Override
    public Map<String, LogPosition> positions(Collection<String> keys) {
        Map<String, LogPosition> positions = new HashMap<>();
        each(
                holding("positions", keys),
                new HashSet<>(keys),
                (event, position) -> positions.put(event.key(), position));
        return positions;
    }

    private static void each(Map<Long, Block> found, Set<String> keys, BiConsumer<LoggedEvent, LogPosition> each) {
        found.values().forEach(block -> IntStream.range(0, block.events().size())
                .filter(offset -> keys.contains(block.events().get(offset).key()))
                .forEach(offset -> each.accept(block.events().get(offset), block.position(offset))));
    }

    @Override
    public long timeOf(long number) {
        List<Block> found = find(List.of(number));
        if (found.isEmpty()) {
            throw missing(number);
        }
        return found.getFirst().at();
    }
}
