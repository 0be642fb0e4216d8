package com.videowindow.patina.eventlog;

import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads events from the stored blocks alone, beside whatever server there is. The times of blocks never fall, so that where
 * a span of time begins is bisected; where it ends is not known before the end of the log, since an event is dated by the
 * clock of its node.
 */
final class StoredEvents implements LogEvents {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 64;

    private final Blocks blocks;
    private final WhereEventsAre places;

    StoredEvents(MongoDatabase database) {
        RawBlocks raw = new RawBlocks(database);
        blocks = new Blocks(database, PATIENCE);
        places = new WhereEventsAre(raw, new Sections(raw, database));
    }

    @Override
    public Optional<Seen> find(String event) {
        return LogAccess.available(() -> places.find(event)
                .map(found -> seen(found.event(), found.block().position(found.offset()))));
    }

    @Override
    public LogPosition end() {
        return LogAccess.available(() -> blocks.head().last());
    }

    @Override
    public List<Seen> newest(Choice choice, int atMost) {
        List<Seen> newestFirst = new ArrayList<>();
        long next = LogAccess.available(blocks::last);
        while (next >= 0 && newestFirst.size() < atMost) {
            long from = Math.max(0, next - AT_ONCE + 1);
            int count = (int) (next - from) + 1;
            List<Seen> some = LogAccess.available(() -> blocks.read(from, count)).stream()
                    .flatMap(block -> chosen(block, choice))
                    .toList();
            newestFirst.addAll(some.reversed());
            boolean tooEarly = choice.from() != null && isBefore(from, choice.from());
            next = tooEarly ? -1 : from - 1;
        }
        List<Seen> latest = new ArrayList<>(newestFirst.subList(0, Math.min(atMost, newestFirst.size())));
        Collections.reverse(latest);
        return latest;
    }

    @Override
    public Stream<Seen> after(LogPosition position, Choice choice) {
        long last = LogAccess.available(blocks::last);
        Instant from = choice.from();
        long first = Math.max(0, position.block());
        long begin = from == null
                ? first
                : Math.max(first, LogAccess.available(() -> blocks.firstAt(from.toEpochMilli(), last)));
        return Stream.iterate(begin, next -> next <= last, next -> next + AT_ONCE)
                .flatMap(next ->
                        LogAccess.available(() -> blocks.read(next, (int) Math.min(AT_ONCE, last - next + 1))).stream())
                .flatMap(block -> chosen(block, choice))
                .filter(seen -> seen.position().compareTo(position) > 0);
    }

    private boolean isBefore(long block, Instant time) {
        return LogAccess.available(() -> blocks.timeOf(block)) < time.toEpochMilli();
    }

    @Override
    public List<Seen> stream(String name) {
        List<LoggedEvent> events = new StreamEvents(blocks, 0).of(name, 0).toList();
        Map<String, LogPosition> positions = LogAccess.available(
                () -> blocks.positions(events.stream().map(LoggedEvent::key).toList()));
        return events.stream()
                .map(event -> seen(event, positions.getOrDefault(event.key(), LogPosition.START)))
                .toList();
    }

    private static Stream<Seen> chosen(Block block, Choice choice) {
        return IntStream.range(0, block.events().size())
                .filter(offset -> isChosen(block.events().get(offset), choice))
                .mapToObj(offset -> seen(block.events().get(offset), block.position(offset)));
    }

    private static boolean isChosen(LoggedEvent event, Choice choice) {
        return choice.includes(event.type(), event.key(), Instant.ofEpochMilli(event.at()));
    }

    private static Seen seen(LoggedEvent event, LogPosition position) {
        return new Seen(
                position,
                event.key(),
                event.id(),
                event.type(),
                event.revision(),
                Instant.ofEpochMilli(event.at()),
                event.subject(),
                event.metadata(),
                text(event));
    }

    /** Where it cannot be unpacked, why: one event must not hide all others from engineers. */
    private static String text(LoggedEvent event) {
        if (Payloads.isSealed(event.payload().getData())) {
            return "(sealed)"; // what is known about people is not for those who look after the log
        }
        try {
            return new String(Payloads.unpacked(event.payload().getData()), StandardCharsets.UTF_8);
        } catch (IllegalStateException e) {
            return "(" + e.getMessage() + ")";
        }
    }
}
