package com.videowindow.patina.query.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.RankingInputs;
import com.videowindow.patina.domain.recommendation.Reason;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.query.interest.PastProfiles;
import com.videowindow.patina.query.interest.ProfileFolding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** A list of a real person, and what becomes of it without some of what they did. */
final class Told {
    private final HeldOut held;
    private final int person;
    private final SortedMap<LogPosition, DomainEvent> events = new TreeMap<>();
    private final RecommendationsServed list;
    private final Retrying retrying;
    private final Random chance;

    Told(HeldOut held, int person, int places) {
        this.held = held;
        this.person = person;
        this.chance = new Random(person);
        for (InteractionRecorded deed : held.deeds(person)) {
            events.put(new LogPosition(1 + events.size()), deed);
        }
        list = served(places);
        retrying = new Retrying(list, held.shelf, folding(), events);
    }

    private ProfileFolding folding() {
        return (subject, some, position) -> new PastProfiles.Found(state(some), true);
    }

    private ProfileState state(SortedMap<LogPosition, DomainEvent> some) {
        return held.model.applyAll(
                null,
                some.values().stream().map(InteractionRecorded.class::cast).toList());
    }

    private RecommendationsServed served(int places) {
        ListMaking.Wanted wanted = new ListMaking.Wanted(
                new RecommendationId(new UUID(person, 7)),
                Tuning.of(Algorithm.HYBRID, true),
                true,
                Pool.EVERYTHING,
                ListTerms.NOTHING,
                places,
                HeldOut.NOW);
        ListMaking making = new ListMaking(held.shelf, wanted, state(events));
        RankingInputs inputs = making.inputs(making.eligible());
        return new RecommendationsServed(
                wanted.id(),
                MovieLens.subject(person),
                Algorithm.HYBRID,
                new ModelVersion("held-out"),
                new LogPosition(events.size()),
                List.of(),
                null,
                null,
                inputs,
                making.best(making.eligible()),
                HeldOut.NOW);
    }

    List<ServedItem> items() {
        return list.items();
    }

    /**
     * What became of an item.
     *
     * @param loss of score without what the reason names
     * @param fell further down in the list, or out of it
     * @param fellByChance likewise, without as much that it does not name
     * @param enough whether what it names would have brought the item into the list alone
     */
    record Tried(double loss, boolean fell, boolean fellByChance, boolean enough) {}

    Tried tried(ServedItem item, Reason reason) {
        int number = held.shelf.catalog().numberOf(item.content());
        Retrying.Retried without = retrying.without(reason, number, item.content());
        assertThat(without.loss()).isCloseTo(lost(reason, number), within(1e-9));
        Reason other = new Reason(reason.kind(), reason.facet(), othersThan(reason), 0);
        return new Tried(
                without.loss(),
                fell(item, without.place()),
                fell(item, retrying.without(other, number, item.content()).place()),
                isEnough(item, reason));
    }

    private static boolean fell(ServedItem item, Counterfactuals.Place place) {
        Integer rank = place.rank();
        return rank == null || rank > item.rank();
    }

    /** By scorers that were made of nothing else but what is left. */
    private double lost(Reason reason, int number) {
        SortedMap<LogPosition, DomainEvent> left = new TreeMap<>(events);
        left.values().removeIf(deed -> reason.because().contains(((InteractionRecorded) deed).content()));
        return score(state(events), number) - score(state(left), number);
    }

    private double score(ProfileState state, int number) {
        ListMaking.Wanted wanted = ListMaking.wanted(list.id(), list.inputs(), true, list.at());
        return new ListMaking(held.shelf, wanted, state)
                .alone(number).contributions().stream()
                        .mapToDouble(Contribution::value)
                        .sum();
    }

    private List<ContentId> othersThan(Reason reason) {
        Set<ContentId> others = new HashSet<>();
        events.values().forEach(deed -> others.add(((InteractionRecorded) deed).content()));
        reason.because().forEach(others::remove);
        List<ContentId> some = new ArrayList<>(others);
        Collections.sort(some);
        Collections.shuffle(some, chance);
        return some.subList(0, Math.min(reason.because().size(), some.size()));
    }

    private boolean isEnough(ServedItem item, Reason reason) {
        SortedMap<LogPosition, DomainEvent> only = new TreeMap<>(events);
        only.values().removeIf(deed -> !reason.because().contains(((InteractionRecorded) deed).content()));
        ListMaking.Wanted wanted = ListMaking.wanted(list.id(), list.inputs(), true, list.at());
        ListMaking making = new ListMaking(held.shelf, wanted, state(only));
        return making.best(making.eligible()).stream()
                .anyMatch(other -> other.content().equals(item.content()));
    }
}
