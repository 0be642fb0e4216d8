package com.videowindow.patina.api.messaging;

import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.Moment;
import com.videowindow.patina.domain.audit.PastEvents;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks how something was: {@code asOf} names a position of the log, or a time. */
public final class TimeTravel {
    /** As answers name the position of times before the first event. */
    private static final String BEFORE_EVERYTHING = Long.toString(LogPosition.START.value());

    private final PastEvents events;
    private final ReadYourWrites writes;

    TimeTravel(PastEvents events, ReadYourWrites writes) {
        this.events = events;
        this.writes = writes;
    }

    /**
     * @param question its answer is stale where it does not tell everything that had happened by then
     * @param sources projections that tell where events are found, if any do
     */
    public <A> Answer<A> read(
            String asOf, @Nullable Long after, Function<Moment, Answer<A>> question, String... sources) {
        if (after != null) {
            throw Unacceptable.field("after", "must not stand beside asOf");
        }
        Moment then = moment(asOf);
        boolean anything = !then.position().equals(LogPosition.START);
        boolean stale = anything && writes.isStale(then.position().value(), sources);
        Answer<A> answer = question.apply(then);
        return new Answer<>(answer.answer(), stale || answer.stale(), then.position());
    }

    private Moment moment(String asOf) {
        if (asOf.matches("\\d{1,18}")) {
            return events.at(new LogPosition(Long.parseLong(asOf)))
                    .orElseThrow(() -> Unacceptable.field("asOf", "must be the position of an event in the log"));
        }
        if (asOf.equals(BEFORE_EVERYTHING)) {
            return events.at(Instant.EPOCH);
        }
        Instant time = time(asOf);
        if (time.isAfter(Instant.now())) {
            throw Unacceptable.field("asOf", "must not be in the future");
        }
        return events.at(time);
    }

    private static Instant time(String asOf) {
        try {
            return Check.time(asOf);
        } catch (DateTimeException e) {
            throw Unacceptable.field(
                    "asOf", "must be a position of the log, or a time in UTC such as 2026-11-23T20:15:00Z");
        }
    }
}
