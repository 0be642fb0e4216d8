package com.videowindow.patina.projections;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.Moment;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.ContentRetired;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The events of the tests' log, read again. */
record OpenPast(OpenLog log) implements PastEvents {
    @Override
    public Optional<Moment> at(LogPosition position) {
        return log.head().covers(position) ? Optional.of(new Moment(position, Instant.now())) : Optional.empty();
    }

    @Override
    public Moment at(Instant time) {
        return new Moment(log.head(), time);
    }

    /** Its events have no streams: those that the real log would have stored in this one. */
    @Override
    public SortedMap<LogPosition, DomainEvent> stream(String name) {
        return all(one -> switch (one.event()) {
            case ConsentEvent consent -> name.equals(ConsentEvent.stream(consent.subject()));
            case PreferencesStated stated -> name.equals(PreferencesStated.stream(stated.subject()));
            case PartEvent part -> name.equals(PartEvent.stream(part.subject()));
            case ContentPublished published -> name.equals(published.content().id().stream());
            case ContentRetired retired -> name.equals(retired.content().stream());
            default -> false;
        });
    }

    @Override
    public SortedMap<LogPosition, DomainEvent> at(Collection<LogPosition> positions) {
        return all(one -> positions.contains(one.position()));
    }

    private SortedMap<LogPosition, DomainEvent> all(Predicate<Positioned> wanted) {
        SortedMap<LogPosition, DomainEvent> found = new TreeMap<>();
        LogPosition head = log.head();
        LogPosition read = LogPosition.START;
        try (BlockingStream<TrackedEventMessage<?>> stream = log.store().openStream(null)) {
            while (!read.covers(head)) {
                TrackedEventMessage<?> message = stream.nextAvailable();
                read = Positioned.position(message.trackingToken());
                Positioned one = Positioned.of(message);
                if (one != null && wanted.test(one)) {
                    found.put(one.position(), one.event());
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }
}
