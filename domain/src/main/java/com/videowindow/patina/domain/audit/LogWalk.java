package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks through the whole log, for questions that are asked seldom and that no read model may have forgotten. */
public interface LogWalk {

    /**
     * That something happened, without what.
     *
     * @param type stored name
     * @param subject about whom; absent when about nobody
     * @param category under whose keys its content rests; absent where it is not sealed
     */
    record Header(
            LogPosition position,
            String stream,
            String type,
            Instant at,
            @Nullable SubjectId subject,
            @Nullable DataCategory category) {}

    /** All up to and with a position, in order. */
    void headers(LogPosition upTo, Consumer<Header> each);

    /**
     * Those of some classes that were stored from one time to before another, in order. In the place of one that cannot be
     * read any more comes a {@link com.videowindow.patina.domain.privacy.Forgotten}.
     *
     * @param upTo and with this position, which is known to be there: nothing behind it is looked at, not even for the end
     */
    void events(Instant from, Instant to, LogPosition upTo, Predicate<Class<?>> wanted, Consumer<DomainEvent> each);

    /**
     * Those of some classes up to and with a position, in order, each with its header. In the place of one that cannot be
     * read any more comes a {@link com.videowindow.patina.domain.privacy.Forgotten}.
     */
    void read(LogPosition upTo, Predicate<Class<?>> wanted, BiConsumer<Header, DomainEvent> each);

    /**
     * Where the fact of this family and message stands, about whomever it is, also where what it says cannot be read any
     * more. Names of facts tell nothing, so that those since a time are tried one after the other.
     */
    Optional<Header> fact(Class<? extends DomainEvent> type, String family, String message, Instant since);

    /**
     * Some of a person's events, as they were stored, opened.
     *
     * @param next where to go on; absent at the end. There may be more behind a page that has none.
     */
    record Raw(List<LogEvents.Seen> events, @Nullable LogPosition next) {}

    /** @param after where to begin; looks through a bounded part of the log */
    Raw of(SubjectId subject, LogPosition after, int atMost);
}
