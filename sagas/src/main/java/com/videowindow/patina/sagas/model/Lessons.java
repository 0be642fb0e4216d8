package com.videowindow.patina.sagas.model;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.catalog.CatalogEvent;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.part.HiddenPlaces;
import com.videowindow.patina.domain.part.PartStep;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CrowdSignals;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/**
 * Hears the log from its beginning to some place, as every node hears it all the time, but for what is hidden of somebody by
 * then. What cannot be read any more is not heard: so where somebody was erased it is as if they had never been.
 *
 * <p>Cost: reads all events up to there, about a hundred thousand a second; once more where a part of somebody's facts is
 * hidden.
 */
@Component
final class Lessons {
    private final LogWalk log;

    Lessons(LogWalk log) {
        this.log = log;
    }

    private static boolean isHeard(Class<?> event) {
        return CrowdSignals.hears(event) || CatalogEvent.class.isAssignableFrom(event);
    }

    Lesson upTo(LogPosition end) {
        return new Hearing().hear(end, end).now();
    }

    /** @param then what was heard up to a place, and now all that was */
    record Both(Lesson then, Lesson now) {}

    Both both(LogPosition place, LogPosition end) {
        return new Hearing().hear(place, end);
    }

    /** One walk through the log. */
    private final class Hearing {
        private final Map<SubjectId, HiddenPlaces> parts = new HashMap<>();
        private final ShownContent shown = new ShownContent();
        private final CrowdSignals signals = new CrowdSignals();
        private final Set<SubjectId> people = new HashSet<>();
        private int erased;

        Both hear(LogPosition place, LogPosition end) {
            log.read(end, PartStep.class::isAssignableFrom, (header, event) -> parts.computeIfAbsent(
                            ((PartStep) event).subject(), one -> new HiddenPlaces())
                    .take((PartStep) event));
            Set<LogPosition> hidden = new HashSet<>();
            parts.values().forEach(one -> hidden.addAll(one.positions()));
            Lesson[] then = new Lesson[1];
            log.read(end, Lessons::isHeard, (header, event) -> {
                if (then[0] == null && !place.covers(header.position())) {
                    then[0] = lesson();
                }
                if (!hidden.contains(header.position())) {
                    take(event);
                }
            });
            Lesson now = lesson();
            return new Both(then[0] == null ? now : then[0], now);
        }

        private void take(DomainEvent event) {
            if (event instanceof CatalogEvent change) {
                shown.apply(change);
                return;
            }
            signals.apply(event);
            if (event instanceof SubjectErased gone) {
                erased++;
                people.remove(gone.subject());
            } else if (event instanceof AboutSubject about
                    && !(event instanceof ConsentEvent)
                    && !(event instanceof ErasureEvent)) {
                people.add(about.subject());
            }
        }

        private Lesson lesson() {
            SortedMap<SubjectId, Basket> likes = signals.likes();
            Set<SubjectId> others = new HashSet<>(people);
            others.removeAll(likes.keySet());
            return new Lesson(likes, shown.facets(), erased, others.size());
        }
    }
}
