package com.videowindow.patina.sagas.export;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.privacy.Forgotten;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Reads the events at some places of the log, a few at a time, and notes which were read, and which are forgotten. */
final class PersonalEvents {
    private static final int AT_ONCE = 256;

    private final PastEvents past;
    private final SubjectId subject;
    private final Runnable each;
    private final Set<LogPosition> read = new TreeSet<>();
    private final Set<LogPosition> forgotten = new TreeSet<>();

    /** @param each is run after each event */
    PersonalEvents(PastEvents past, SubjectId subject, Runnable each) {
        this.past = past;
        this.subject = subject;
        this.each = each;
    }

    /** Leaves out those that are forgotten. */
    void read(List<LogPosition> positions, BiConsumer<LogPosition, DomainEvent> reader) {
        for (int from = 0; from < positions.size(); from += AT_ONCE) {
            List<LogPosition> some = positions.subList(from, Math.min(positions.size(), from + AT_ONCE));
            SortedMap<LogPosition, DomainEvent> events = past.at(some);
            if (events.size() < some.size()) {
                throw new Incomplete("an event cannot be read");
            }
            events.forEach((position, event) -> {
                if (event instanceof AboutSubject personal
                        && !personal.subject().equals(subject)) {
                    throw new Incomplete("an index leads to an event about somebody else");
                }
                if (event instanceof Forgotten) {
                    forgotten.add(position);
                } else {
                    read.add(position);
                    reader.accept(position, event);
                }
                each.run();
            });
        }
    }

    /** Notes which of these are forgotten; of the others nothing, since nobody wrote them. */
    void lookFor(Set<LogPosition> positions) {
        List<LogPosition> open = positions.stream()
                .filter(position -> !read.contains(position) && !forgotten.contains(position))
                .toList();
        for (int from = 0; from < open.size(); from += AT_ONCE) {
            past.at(open.subList(from, Math.min(open.size(), from + AT_ONCE))).forEach((position, event) -> {
                if (event instanceof Forgotten) {
                    forgotten.add(position);
                }
            });
        }
    }

    Set<LogPosition> read() {
        return read;
    }

    Set<LogPosition> forgotten() {
        return forgotten;
    }
}
