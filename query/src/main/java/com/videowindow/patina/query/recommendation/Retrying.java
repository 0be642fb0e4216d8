package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.Reason;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.query.interest.ProfileFolding;
import com.videowindow.patina.query.recommendation.Counterfactuals.Place;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a list anew from what was known about its person, and from less of it. Models stand as they are; what somebody taught
 * them goes by the next training.
 *
 * <p>Cost: a fold of the person's events and a list, for each reason.
 */
final class Retrying {
    static final int RANKS = 100;

    private final RecommendationsServed list;
    private final Shelf shelf;
    private final ProfileFolding profiles;
    private final SortedMap<LogPosition, DomainEvent> events;
    private final Made whole;

    /** @param events of the person, at least up to where the list had seen them */
    Retrying(
            RecommendationsServed list,
            Shelf shelf,
            ProfileFolding profiles,
            SortedMap<LogPosition, DomainEvent> events) {
        this.list = list;
        this.shelf = shelf;
        this.profiles = profiles;
        this.events = events;
        this.whole = made(events);
    }

    /** A list of a hundred, and how to score what is not in it. */
    private record Made(@Nullable ProfileState state, ListMaking making, List<ServedItem> best) {
        Place place(int number, ContentId content) {
            Integer rank = best.stream()
                    .filter(item -> item.content().equals(content))
                    .findFirst()
                    .map(ServedItem::rank)
                    .orElse(null);
            return new Place(score(making.alone(number)), rank);
        }

        @Nullable
        ContentId at(@Nullable Integer rank) {
            return best.stream()
                    .filter(item -> Objects.equals(rank, item.rank()))
                    .findFirst()
                    .map(ServedItem::content)
                    .orElse(null);
        }
    }

    /** Also of one on a later page, where those before take away, and of one that stands where a rule put it. */
    private static double score(ServedItem alone) {
        return alone.contributions().stream()
                .filter(part -> !Part.named(part.name()).isOfPlaces())
                .mapToDouble(Contribution::value)
                .sum();
    }

    private Made made(SortedMap<LogPosition, DomainEvent> known) {
        ListMaking.Wanted as = ListMaking.wanted(list.id(), list.inputs(), list.fallback() == null, list.at());
        ListMaking.Wanted wanted = as.with(as.asked(), RANKS);
        ProfileState state = profiles.fold(list.subject(), known, list.asOf()).state();
        ListMaking making = new ListMaking(shelf, wanted, state);
        return new Made(state, making, making.best(making.eligible()));
    }

    /** Whether nothing changed since but the person. */
    boolean isAsServed() {
        return shelf.isThatOf(list.inputs());
    }

    Place place(int number, ContentId content) {
        return whole.place(number, content);
    }

    /** Without what the reason rests on. */
    Retried without(Reason reason, int number, ContentId content) {
        Set<ContentId> removed = Evidence.content(reason, events, whole.state());
        Made less = made(Evidence.without(reason, removed, events));
        Place before = whole.place(number, content);
        Place after = less.place(number, content);
        return new Retried(after, before.score() - after.score(), less.at(before.rank()), List.copyOf(removed));
    }

    record Retried(Place place, double loss, @Nullable ContentId instead, List<ContentId> removed) {}
}
