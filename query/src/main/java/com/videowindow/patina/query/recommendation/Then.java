package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.audit.LogWalk.Header;
import com.videowindow.patina.domain.catalog.CatalogEvent;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.domain.part.HiddenPlaces;
import com.videowindow.patina.domain.part.PartStep;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.recommendation.RankingInputs;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CoOccurrence;
import com.videowindow.patina.learning.recommender.CrowdSignals;
import com.videowindow.patina.learning.recommender.Trending;
import com.videowindow.patina.query.catalog.CatalogFold;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one list rested on, folded from the log again: the catalogue, what the crowd taught, and the person's
 * own events, each up to where it was known when the list was made.
 *
 * <p>Cost: reads all events up to there, about a hundred thousand a second, and keeps what everybody likes, as every node
 * does all the time; once more where a part of somebody's facts is hidden by then.
 */
final class Then {
    private final RecommendationsServed list;
    private final RankingInputs inputs;
    private final CatalogFold catalog = new CatalogFold();
    private final CrowdThen crowd;
    private final HiddenPlaces hidden = new HiddenPlaces();
    private final SortedMap<LogPosition, DomainEvent> theirs = new TreeMap<>();
    private final List<Header> ofProfile = new ArrayList<>();
    private final List<Header> unreadable = new ArrayList<>();
    private List<Basket> baskets = List.of();
    private Trending trending = Trending.NONE;

    private Then(RecommendationsServed list, Set<SubjectId> withParts) {
        this.list = list;
        this.inputs = list.inputs();
        this.crowd = new CrowdThen(withParts);
    }

    static Then of(RecommendationsServed list, LogWalk log) {
        LogPosition end = Stream.of(
                        list.asOf(),
                        list.inputs().catalogue(),
                        list.inputs().trained(),
                        list.inputs().counted())
                .max(LogPosition::compareTo)
                .orElseThrow();
        Set<SubjectId> withParts = new HashSet<>();
        Then once = new Then(list, Set.of());
        log.read(end, type -> isPart(type) || (withParts.isEmpty() && isWanted(type)), (header, event) -> {
            if (event instanceof PartStep step) {
                withParts.add(step.subject());
            } else {
                once.hear(header, event);
            }
        });
        return withParts.isEmpty() ? once : again(list, withParts, end, log);
    }

    /** With what is hidden of somebody, who is known in advance now: all else that they did is kept for it. */
    private static Then again(RecommendationsServed list, Set<SubjectId> withParts, LogPosition end, LogWalk log) {
        Then then = new Then(list, withParts);
        log.read(end, type -> isPart(type) || isWanted(type), then::hear);
        then.leaveOutWhatWasHidden();
        return then;
    }

    private static boolean isPart(Class<?> event) {
        return PartStep.class.isAssignableFrom(event);
    }

    private void leaveOutWhatWasHidden() {
        Set<LogPosition> places = hidden.positions();
        theirs.keySet().removeAll(places);
        ofProfile.removeIf(header -> places.contains(header.position()));
        unreadable.removeIf(header -> places.contains(header.position()));
    }

    private static boolean isWanted(Class<?> event) {
        return CrowdSignals.hears(event)
                || event == PreferencesStated.class
                || CatalogEvent.class.isAssignableFrom(event);
    }

    private void hear(Header header, DomainEvent event) {
        LogPosition at = header.position();
        if (event instanceof CatalogEvent change) {
            if (inputs.catalogue().covers(at)) {
                catalog.apply(change, at);
            }
            return;
        }
        if (list.asOf().covers(at)) {
            if (event instanceof PartStep step) {
                hide(step);
            } else if (list.subject().equals(header.subject()) && !(event instanceof ErasureEvent)) {
                keep(header, event);
            }
        }
        if (inputs.trained().covers(at) || inputs.counted().covers(at)) {
            learn(header, event);
        }
    }

    private void hide(PartStep step) {
        if (list.subject().equals(step.subject())) {
            hidden.take(step);
        }
    }

    private void keep(Header header, DomainEvent event) {
        theirs.put(header.position(), event);
        if (event instanceof Forgotten) {
            unreadable.add(header);
        }
        if (header.category() != DataCategory.CONSENT && !(event instanceof ConsentEvent)) {
            ofProfile.add(header);
        }
    }

    private void learn(Header header, DomainEvent event) {
        crowd.hear(header, event);
        if (header.position().equals(inputs.counted())) {
            trending = crowd.trending();
        }
        if (header.position().equals(inputs.trained())) {
            baskets = crowd.baskets();
        }
    }

    /** @param serving the model that was in force then, where it can still be had */
    Shelf shelf(Models.@Nullable Serving serving) {
        CatalogSnapshot shown = catalog.snapshot();
        CoOccurrence together = baskets.isEmpty() ? CoOccurrence.NONE : CoOccurrence.train(baskets);
        return new Shelf(
                shown,
                new Crowd.Learned(together, trending, list.model(), inputs.trained(), inputs.counted()),
                serving);
    }

    /** What the person's profile was folded from, and what cannot be read of it. */
    SortedMap<LogPosition, DomainEvent> theirs() {
        return theirs;
    }

    List<Header> ofProfile() {
        return ofProfile;
    }

    List<Header> unreadable() {
        return unreadable;
    }

    /** An event that cannot be read, of each person, kind and month of which there is one; without whom the crowd had let go. */
    List<Header> missing() {
        return crowd.missing();
    }

    /** How many people the crowd was without for the time being, of whom nobody can tell any more who they were. */
    int unheard() {
        return list.model().unheard();
    }

    int people() {
        return baskets.size();
    }

    long likes() {
        return baskets.stream().mapToLong(basket -> basket.liked().size()).sum();
    }
}
