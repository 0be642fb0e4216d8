package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogWalk.Header;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.part.HiddenPlaces;
import com.videowindow.patina.domain.part.PartStep;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CrowdSignals;
import com.videowindow.patina.learning.recommender.Trending;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What everybody taught by some place in the log, heard from the log again as a node hears it: where a part of somebody's
 * facts is hidden, they are heard anew without it. Their facts are held for that; those of others pass by.
 */
final class CrowdThen {
    private final CrowdSignals signals = new CrowdSignals();
    private final Set<SubjectId> withParts;
    private final Map<SubjectId, Past> pasts = new HashMap<>();
    private final Map<SubjectId, Map<RetentionPeriod, Header>> missing = new HashMap<>();

    /** @param withParts of whom a part is hidden somewhere on the way */
    CrowdThen(Set<SubjectId> withParts) {
        this.withParts = withParts;
    }

    /** Of one of whom something is hidden. */
    private static final class Past {
        private final SortedMap<LogPosition, AboutSubject> events = new TreeMap<>();
        private final List<Header> forgotten = new ArrayList<>();
        private final HiddenPlaces hidden = new HiddenPlaces();
    }

    void hear(Header header, DomainEvent event) {
        switch (event) {
            case SubjectErased gone -> {
                signals.apply(gone);
                pasts.remove(gone.subject());
                missing.remove(gone.subject()); // the crowd had let go of them as well
            }
            case PartStep step -> hide(step);
            case Forgotten gone -> {
                miss(gone.subject(), header);
                if (withParts.contains(gone.subject())) {
                    past(gone.subject()).forgotten.add(header);
                }
            }
            case AboutSubject about -> {
                signals.apply(about);
                if (withParts.contains(about.subject())) {
                    past(about.subject()).events.put(header.position(), about);
                }
            }
            default -> signals.apply(event);
        }
    }

    private Past past(SubjectId subject) {
        return pasts.computeIfAbsent(subject, somebody -> new Past());
    }

    private void hide(PartStep step) {
        Past past = past(step.subject());
        past.hidden.take(step);
        if (step.changesWhatIsKnown()) {
            Set<LogPosition> hidden = past.hidden.positions();
            SortedMap<LogPosition, AboutSubject> left = new TreeMap<>(past.events);
            left.keySet().removeAll(hidden);
            signals.hearAgain(step.subject(), left.values());
            missing.remove(step.subject());
            past.forgotten.stream()
                    .filter(header -> !hidden.contains(header.position()))
                    .forEach(header -> miss(step.subject(), header));
        }
    }

    /** Whoever did not allow training taught nothing; where that cannot be read, they may have. */
    private void miss(SubjectId subject, Header header) {
        DataCategory category = header.category();
        boolean taught = category == DataCategory.CONSENT || signals.mayHear(subject) || missing.containsKey(subject);
        if (category != null && category != DataCategory.PREFERENCE && taught) {
            missing.computeIfAbsent(subject, somebody -> new HashMap<>())
                    .putIfAbsent(RetentionPeriod.of(category, header.at()), header);
        }
    }

    List<Basket> baskets() {
        return signals.baskets();
    }

    Trending trending() {
        return signals.trending();
    }

    /** An event that cannot be read, of each person, kind and month of which there is one; without whom the crowd had let go. */
    List<Header> missing() {
        return missing.values().stream()
                .flatMap(ofOne -> ofOne.values().stream())
                .toList();
    }
}
