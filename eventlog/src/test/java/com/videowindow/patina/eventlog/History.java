package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.LogPosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What writers and readers were told, held against what the log holds in the end: every acknowledged event stands there
 * once, where it was said to be; nothing else does more than once; no commit is split, no stream has a gap, no refusal was
 * untrue, and every reader saw all of the log in its order.
 */
final class History {
    private final Map<String, @Nullable LogPosition> acknowledged = new HashMap<>();
    private final Set<String> fresh = new HashSet<>();
    private final List<List<String>> commits = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<String, Set<String>> conflicts = new HashMap<>();
    private final Map<String, String> seen = new HashMap<>();
    private final List<List<LogPosition>> readers = new ArrayList<>();
    private final List<Followed> followers = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    /** What a reader saw that began behind this position and stopped anywhere. */
    private record Followed(LogPosition from, List<LogPosition> positions) {}

    /** @param position where it was said to be; absent when nothing was said */
    void acknowledged(String key, @Nullable LogPosition position) {
        LogPosition before = acknowledged.put(key, position);
        check(before == null || before.equals(position), key + " was acknowledged at " + before + " and " + position);
    }

    /** Its writer was told that nobody had stored it before. */
    void fresh(String key) {
        check(fresh.add(key), key + " was new to two writers");
    }

    boolean isAcknowledged(String key) {
        return acknowledged.containsKey(key);
    }

    int acknowledgements() {
        return acknowledged.size();
    }

    /** These events were handed over as one commit, perhaps not for the first time. */
    void attempted(List<LoggedEvent> commit) {
        commits.add(ids(commit));
    }

    /** Its writer was told that nothing of it was stored. */
    void refused(List<LoggedEvent> commit) {
        refused.addAll(ids(commit));
    }

    /** Its writer was told that another event has this key. */
    void conflicted(List<LoggedEvent> commit, String key) {
        refused(commit);
        conflicts.computeIfAbsent(key, taken -> new HashSet<>()).addAll(ids(commit));
    }

    /** The writer of this event was told that another one has its key. */
    void conflicted(String id, String key) {
        refused.add(id);
        conflicts.computeIfAbsent(key, taken -> new HashSet<>()).add(id);
    }

    /** Somebody was told that this event, and no other, has this key. */
    void read(String key, String id) {
        String before = seen.put(key, id);
        check(before == null || before.equals(id), key + " was read as two events");
    }

    /** What a reader of the whole log saw, to be filled while it goes on. */
    List<LogPosition> reader() {
        List<LogPosition> positions = new ArrayList<>();
        readers.add(positions);
        return positions;
    }

    /** A reader began behind this position and saw these until it stopped. */
    void followed(LogPosition from, List<LogPosition> positions) {
        followers.add(new Followed(from, positions));
    }

    void check(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }

    private static List<String> ids(List<LoggedEvent> events) {
        return events.stream().map(LoggedEvent::id).toList();
    }

    /** @return what is wrong; empty when nothing is */
    List<String> violations(List<Block> log) {
        Map<String, LogPosition> byKey = new HashMap<>();
        Map<String, LogPosition> byId = new HashMap<>();
        Map<String, String> idOf = new HashMap<>();
        for (Block block : log) {
            check(!block.events().isEmpty(), "block " + block.number() + " is empty");
            for (int i = 0; i < block.events().size(); i++) {
                LoggedEvent event = block.events().get(i);
                check(byKey.put(event.key(), block.position(i)) == null, event.key() + " stands twice");
                check(byId.put(event.id(), block.position(i)) == null, "event " + event.id() + " stands twice");
                idOf.put(event.key(), event.id());
            }
        }
        checkChain(log);
        checkStreams(byKey.keySet());
        checkPromises(byKey, byId, idOf);
        checkReaders(log);
        return List.copyOf(violations);
    }

    private void checkChain(List<Block> log) {
        Head head = Head.EMPTY;
        for (Block block : log) {
            check(block.at() >= head.at(), "the time falls at block " + block.number());
            try {
                head = head.after(block);
            } catch (BrokenChain e) {
                violations.add(e.getMessage());
                return;
            }
        }
    }

    private void checkStreams(Set<String> keys) {
        Map<String, Set<Long>> streams = new HashMap<>();
        keys.stream().map(EventKey::parse).forEach(key -> streams.computeIfAbsent(
                        key.stream(), stream -> new HashSet<>())
                .add(key.sequence()));
        streams.forEach((stream, sequences) ->
                check(LongStream.range(0, sequences.size()).allMatch(sequences::contains), stream + " has a gap"));
    }

    private void checkPromises(
            Map<String, LogPosition> byKey, Map<String, LogPosition> byId, Map<String, String> idOf) {
        acknowledged.forEach((key, position) -> {
            LogPosition stands = byKey.get(key);
            check(stands != null, key + " was acknowledged and is lost");
            check(
                    position == null || position.equals(stands),
                    key + " was said to be at " + position + ", is at " + stands);
        });
        refused.forEach(id -> check(!byId.containsKey(id), "event " + id + " was refused and stands all the same"));
        conflicts.forEach((key, ids) ->
                check(idOf.containsKey(key) && !ids.contains(idOf.get(key)), "nothing else stands at " + key));
        seen.forEach((key, id) -> check(id.equals(idOf.get(key)), key + " was read and is not what stands there"));
        commits.forEach(commit -> checkWhole(commit, byId));
    }

    private void checkWhole(List<String> commit, Map<String, LogPosition> byId) {
        LogPosition first = byId.get(commit.getFirst());
        boolean whole = IntStream.range(0, commit.size()).allMatch(i -> {
            LogPosition place = byId.get(commit.get(i));
            return first == null ? place == null : place != null && place.value() == first.value() + i;
        });
        check(
                whole && (first == null || first.offset() + commit.size() <= LogPosition.MAX_EVENTS_PER_BLOCK),
                "the commit of " + commit.getFirst() + " was split");
    }

    private void checkReaders(List<Block> log) {
        List<LogPosition> all = log.stream()
                .flatMap(block -> IntStream.range(0, block.events().size()).mapToObj(block::position))
                .toList();
        readers.forEach(reader -> check(reader.equals(all), "a reader did not see the log in its order"));
        followers.forEach(follower -> {
            int first = Collections.binarySearch(all, follower.from()) + 1;
            check(
                    first >= 0
                            && first + follower.positions().size() <= all.size()
                            && all.subList(first, first + follower.positions().size())
                                    .equals(follower.positions()),
                    "a follower from " + follower.from() + " did not see what comes next");
        });
    }
}
