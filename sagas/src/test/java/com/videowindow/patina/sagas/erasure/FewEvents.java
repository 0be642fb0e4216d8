package com.videowindow.patina.sagas.erasure;

import com.videowindow.patina.domain.AboutSeveral;
import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.audit.Moment;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.privacy.DataCategory;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A log in memory, of which headers are walked and events read at their places. */
record FewEvents(SortedMap<LogPosition, DomainEvent> events) implements LogWalk, PastEvents {

    static FewEvents of(DomainEvent... events) {
        SortedMap<LogPosition, DomainEvent> all = new TreeMap<>();
        for (DomainEvent event : events) {
            all.put(new LogPosition(all.size()), event);
        }
        return new FewEvents(all);
    }

    @Override
    public void headers(LogPosition upTo, Consumer<Header> each) {
        events.forEach((position, event) -> people(event)
                .forEach(person -> each.accept(
                        new Header(position, "somewhere", "something", event.at(), person, DataCategory.INTERACTION))));
    }

    private static List<SubjectId> people(DomainEvent event) {
        return switch (event) {
            case AboutSubject one -> List.of(one.subject());
            case AboutSeveral several ->
                several.shares().stream().map(AboutSeveral.Share::subject).toList();
            default -> List.of();
        };
    }

    @Override
    public SortedMap<LogPosition, DomainEvent> at(Collection<LogPosition> positions) {
        SortedMap<LogPosition, DomainEvent> found = new TreeMap<>(events);
        found.keySet().retainAll(positions);
        return found;
    }

    @Override
    public Optional<Moment> at(LogPosition position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Moment at(Instant time) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SortedMap<LogPosition, DomainEvent> stream(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void events(
            Instant from, Instant to, LogPosition upTo, Predicate<Class<?>> wanted, Consumer<DomainEvent> each) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void read(LogPosition upTo, Predicate<Class<?>> wanted, BiConsumer<Header, DomainEvent> each) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Header> fact(Class<? extends DomainEvent> type, String family, String message, Instant since) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Raw of(SubjectId subject, LogPosition after, int atMost) {
        throw new UnsupportedOperationException();
    }
}
