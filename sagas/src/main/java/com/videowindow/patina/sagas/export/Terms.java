package com.videowindow.patina.sagas.export;

import com.videowindow.patina.domain.privacy.ProcessedEvent;
import com.videowindow.patina.domain.privacy.Recipient;
import com.videowindow.patina.domain.retention.RetentionSchedule;
import com.videowindow.patina.domain.retention.Retentions;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** For how long events are kept by the schedule in force, and to whom they are shown by the register. */
@Component
final class Terms {
    private final ProcessedEvent.Known known;
    private final Retentions retentions;
    private final Clock clock = Clock.systemUTC();

    Terms(ProcessedEvent.Known known, Retentions retentions) {
        this.known = known;
        this.retentions = retentions;
    }

    /** Months, of each kind that they are of; none where only their person ends them. */
    SortedSet<Integer> months(Collection<String> events) {
        RetentionSchedule schedule = retentions.now().schedule();
        Instant now = clock.instant();
        return of(events)
                .map(ProcessedEvent::category)
                .filter(Objects::nonNull)
                .map(category -> schedule.monthsAt(category, now))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    SortedSet<Recipient> recipients(Collection<String> events) {
        return of(events)
                .flatMap(event -> Stream.of(event.how().recipients()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @throws IllegalStateException when the register does not know all of them, so that nothing is handed out unexplained */
    private Stream<ProcessedEvent> of(Collection<String> events) {
        List<ProcessedEvent> found = known.all().stream()
                .filter(event -> events.contains(event.name()))
                .toList();
        if (found.isEmpty() || found.size() < events.size()) {
            throw new IllegalStateException("the register does not know all of " + events);
        }
        return found.stream();
    }
}
