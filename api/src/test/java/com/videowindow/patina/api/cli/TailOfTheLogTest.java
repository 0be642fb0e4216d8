package com.videowindow.patina.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A tail that follows, while events land at the worst moment: between the question for the end and the reading. */
class TailOfTheLogTest {
    private static final LogEvents.Choice ALL = new LogEvents.Choice(Set.of(), null, null, null);

    private final BusyLog log = new BusyLog();
    private final List<Long> told = new ArrayList<>();
    private final TailOfTheLog tail =
            new TailOfTheLog(log, ALL, seen -> told.add(seen.position().value()));

    @Test
    void each_event_is_told_once() {
        tail.newest(2);
        tail.more();
        tail.more();

        assertThat(told).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void what_landed_before_the_newest_is_older_than_asked_for() {
        log.store();
        log.store();
        tail.newest(1);
        tail.more();

        assertThat(told).containsExactly(3L, 4L);
    }

    @Test
    void all_can_be_told_from_the_start() {
        log.store();
        tail.more();
        tail.more();

        assertThat(told).containsExactly(0L, 1L, 2L, 3L);
    }

    /** Whenever its end is asked for, another event lands right after. */
    private static final class BusyLog implements LogEvents {
        private final List<Seen> stored = new ArrayList<>();

        BusyLog() {
            store();
        }

        void store() {
            int next = stored.size();
            stored.add(new Seen(
                    new LogPosition(next), "facts/" + next + "@0", "id", "Told", "1", Instant.EPOCH, null, null, "{}"));
        }

        @Override
        public LogPosition end() {
            LogPosition end = stored.getLast().position();
            store();
            return end;
        }

        @Override
        public List<Seen> newest(Choice choice, int atMost) {
            return List.copyOf(stored.subList(Math.max(0, stored.size() - atMost), stored.size()));
        }

        @Override
        public Stream<Seen> after(LogPosition position, Choice choice) {
            return List.copyOf(stored).stream().filter(seen -> !position.covers(seen.position()));
        }

        @Override
        public Optional<Seen> find(String event) {
            return Optional.empty();
        }

        @Override
        public List<Seen> stream(String name) {
            return List.of();
        }
    }
}
