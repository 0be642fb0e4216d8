package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.query.interest.InterestProfiles;
import com.videowindow.patina.query.interest.OwnEvents;
import com.videowindow.patina.query.interest.ProfileFolding;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks a list while all that it rested on is still at hand: the person's events are read from the log and folded by the same
 * code, and everything is ranked anew. What changed meanwhile is no mistake; only what can be compared is judged.
 *
 * <p>Cost: a read of the person's events and a list.
 */
@Component
final class FidelityQueries {
    private static final double ROUNDING = 1e-9;

    private final InterestProfiles profiles;
    private final OwnEvents events;
    private final ProfileFolding folding;
    private final Shelves shelves;

    FidelityQueries(InterestProfiles profiles, OwnEvents events, ProfileFolding folding, Shelves shelves) {
        this.profiles = profiles;
        this.events = events;
        this.folding = folding;
        this.shelves = shelves;
    }

    @QueryHandler
    Fidelity handle(CheckFidelity question) {
        RecommendationsServed list = question.list();
        if (!list.items().stream().allMatch(FidelityQueries::isSum)) {
            return Fidelity.SUM_DIFFERS;
        }
        Shelf shelf = shelves.now();
        boolean personal = list.fallback() == null;
        InterestProfiles.Found found = profiles.find(list.subject());
        if (!shelf.isThatOf(list.inputs())
                || found.remembered()
                || !found.position().equals(list.asOf())) {
            return Fidelity.MOVED_ON;
        }
        SortedMap<LogPosition, DomainEvent> own =
                personal ? events.whole(list.subject(), list.asOf()) : Collections.emptySortedMap();
        ProfileState state =
                personal ? folding.fold(list.subject(), own, list.asOf()).state() : found.state();
        if (!Objects.equals(state, found.state())) {
            return Fidelity.PROFILE_DIFFERS;
        }
        return personal && !areTrue(list, own) ? Fidelity.REASON_UNTRUE : again(list, shelf, state);
    }

    private static boolean isSum(ServedItem item) {
        double sum =
                item.contributions().stream().mapToDouble(Contribution::value).sum();
        return Math.abs(sum - item.score()) <= ROUNDING;
    }

    private static boolean areTrue(RecommendationsServed list, SortedMap<LogPosition, DomainEvent> own) {
        Set<ContentId> met = new HashSet<>();
        for (DomainEvent event : own.values()) {
            ContentId content =
                    switch (event) {
                        case InteractionRecorded deed -> deed.content();
                        case FeedbackGiven said -> said.content();
                        default -> null;
                    };
            if (content != null) {
                met.add(content);
            }
        }
        return list.items().stream()
                .flatMap(item -> item.reasons().stream())
                .allMatch(reason -> met.containsAll(reason.because()));
    }

    private static Fidelity again(RecommendationsServed list, Shelf shelf, @Nullable ProfileState state) {
        ListMaking making = new ListMaking(
                shelf, ListMaking.wanted(list.id(), list.inputs(), list.fallback() == null, list.at()), state);
        List<ServedItem> items = making.best(making.eligible());
        return items.equals(list.items()) ? Fidelity.HOLDS : Fidelity.LIST_DIFFERS;
    }
}
