package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogWalk.Header;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.retention.Ending;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.domain.retention.Retentions;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Basis;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Lost;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells why events cannot be read any more, and leaves out what could not be read when the list was made either. */
@Component
final class Losses {
    /** Nodes let what ended go from what the crowd teaches within this time, each by itself. */
    private static final Duration HEARD_AGAIN = Duration.ofMinutes(1);

    private final PastEvents past;
    private final Erasures erasures;
    private final Retentions retentions;

    Losses(PastEvents past, Erasures erasures, Retentions retentions) {
        this.past = past;
        this.erasures = erasures;
        this.retentions = retentions;
    }

    /** Why, of what kind and since when: what is the same for many events. */
    private record Cause(
            Reading why,
            @Nullable DataCategory category,
            @Nullable Instant since) {}

    /** @param lost events of the one person whom the list was for */
    List<Lost> ofPerson(Basis basis, List<Header> lost, Instant served) {
        Map<String, Lost> found = new TreeMap<>();
        for (Header header : lost) {
            cause(header, served)
                    .ifPresent(cause -> found.merge(
                            cause.why() + "/" + cause.category(),
                            new Lost(basis, cause.why(), cause.category(), 1, cause.since()),
                            Losses::together));
        }
        return found.values().stream().map(one -> dated(one, lost)).toList();
    }

    /**
     * @param lost at least one event of each person, kind and month
     * @param unheard people who were left out for the time being
     */
    List<Lost> ofCrowd(List<Header> lost, int unheard, Instant served) {
        Map<Reading, Set<SubjectId>> people = new TreeMap<>();
        for (Header header : lost) {
            cause(header, served.minus(HEARD_AGAIN)).ifPresent(cause -> {
                SubjectId somebody = header.subject();
                if (somebody != null) {
                    people.computeIfAbsent(cause.why(), why -> new HashSet<>()).add(somebody);
                }
            });
        }
        List<Lost> found = new ArrayList<>();
        people.forEach((why, who) -> found.add(new Lost(Basis.CROWD, why, null, who.size(), null)));
        if (unheard > 0) {
            found.add(new Lost(Basis.CROWD, Reading.LEFT_OUT_THEN, null, unheard, null));
        }
        return found;
    }

    private Lost dated(Lost one, List<Header> lost) {
        return one.why() != Reading.PERSON_ERASED
                ? one
                : new Lost(
                        one.basis(),
                        one.why(),
                        one.category(),
                        one.count(),
                        erasedAt(lost.getFirst().subject()));
    }

    private static Lost together(Lost one, Lost other) {
        return new Lost(one.basis(), one.why(), one.category(), one.count() + other.count(), one.since());
    }

    private Optional<Cause> cause(Header header, Instant served) {
        SubjectId subject = header.subject();
        DataCategory category = header.category();
        if (subject != null && erasures.isErased(subject)) {
            return Optional.of(new Cause(Reading.PERSON_ERASED, null, null));
        }
        Optional<Ending> ending = category == null ? Optional.empty() : ending(category, subject, header.at());
        if (ending.isPresent()) {
            Instant completed = ending.get().completed();
            return completed != null && completed.isBefore(served)
                    ? Optional.empty()
                    : Optional.of(new Cause(
                            Reading.PERIOD_ENDED, category, ending.get().ended()));
        }
        boolean leaving = subject != null && erasures.isLeaving(subject);
        return Optional.of(
                leaving
                        ? new Cause(Reading.PERSON_ERASED, null, null)
                        : new Cause(Reading.PART_FORGOTTEN, category, null));
    }

    private Optional<Ending> ending(DataCategory category, @Nullable SubjectId subject, Instant stored) {
        RetentionPeriod period = RetentionPeriod.of(category, stored);
        return retentions.now().endings().stream()
                .filter(one -> one.ended(period, subject))
                .findFirst();
    }

    private @Nullable Instant erasedAt(@Nullable SubjectId subject) {
        if (subject == null) {
            return null;
        }
        for (DomainEvent event : past.stream(ErasureEvent.stream(subject)).values()) {
            if (event instanceof SubjectErased erased) {
                return erased.at();
            }
        }
        return null;
    }
}
