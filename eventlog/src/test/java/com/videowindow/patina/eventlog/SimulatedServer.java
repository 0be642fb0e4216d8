package com.videowindow.patina.eventlog;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * A replica set as it looks to its clients. A write is applied by the primary and holds its place at once, but is seen
 * and acknowledged only when the majority has it; until then a failover takes it back. As in MongoDB, {@code _id} is
 * checked before {@code keys}, the error names only the first key that is taken, one document may hold a key twice, and
 * nobody minds a gap between numbers.
 */
final class SimulatedServer {
    private static final int DUPLICATE_KEY = 11_000;

    private final Simulation simulation;
    private final List<Block> applied = new ArrayList<>();
    private final Map<Long, Integer> byNumber = new HashMap<>();
    private final Map<String, Integer> byKey = new HashMap<>();
    private final List<Integer> keptAtFailover = new ArrayList<>();
    private int majority;
    private int term;

    SimulatedServer(Simulation simulation) {
        this.simulation = simulation;
    }

    /** A write that was applied and waits for the majority. */
    record Applied(int term, int index) {}

    Applied apply(Block block, Duration replication) {
        String taken = taken(block);
        if (taken != null) {
            simulation.note("duplicate " + taken);
            throw duplicate(taken);
        }
        int index = applied.size();
        applied.add(block);
        byNumber.put(block.number(), index);
        block.events().forEach(event -> byKey.put(event.key(), index));
        simulation.note("applied " + block.number());
        int now = term;
        simulation.later(replication, () -> replicated(now, index));
        return new Applied(now, index);
    }

    private @Nullable String taken(Block block) {
        if (byNumber.containsKey(block.number())) {
            return "_id " + block.number();
        }
        return block.events().stream()
                .map(LoggedEvent::key)
                .filter(byKey::containsKey)
                .findFirst()
                .orElse(null);
    }

    private static MongoException duplicate(String taken) {
        return new MongoWriteException(
                new WriteError(DUPLICATE_KEY, "E11000 duplicate key error: " + taken, new BsonDocument()),
                new ServerAddress(),
                Set.of());
    }

    private void replicated(int when, int index) {
        if (when == term) {
            majority = Math.max(majority, index + 1);
        }
    }

    /** Whether it is known to be durable; a write that a failover took back never is. */
    boolean isDurable(Applied write) {
        return write.index < (write.term == term ? majority : keptAtFailover.get(write.term));
    }

    boolean isTakenBack(Applied write) {
        return write.term < term && write.index >= keptAtFailover.get(write.term);
    }

    /** Another node becomes primary; what the majority did not have is gone. */
    void failOver() {
        simulation.note("failover keeps " + majority + " of " + applied.size());
        keptAtFailover.add(majority);
        term++;
        List<Block> gone = applied.subList(majority, applied.size());
        Set<Block> lost = new HashSet<>(gone);
        gone.clear();
        lost.forEach(block -> {
            byNumber.remove(block.number());
            block.events().forEach(event -> byKey.remove(event.key()));
        });
    }

    /** How much the majority has. */
    int majority() {
        return majority;
    }

    @Nullable
    Block block(long number, int view) {
        return seen(byNumber.get(number), view);
    }

    @Nullable
    Block holding(String key, int view) {
        return seen(byKey.get(key), view);
    }

    private @Nullable Block seen(@Nullable Integer index, int view) {
        return index == null || index >= view ? null : applied.get(index);
    }

    /** All that stands, in the order of numbers. */
    List<Block> log() {
        return applied.subList(0, majority).stream()
                .sorted(Comparator.comparingLong(Block::number))
                .toList();
    }
}
