package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.Reason;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.query.interest.PastProfiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list made for somebody from their deeds, and what becomes of it without some of them: once as people are told it ({@link
 * Retrying}), and once by a scorer that was made of nothing but what is left.
 */
final class TriedList {
    private static final PreferenceModel MODEL = new PreferenceModel();

    private final Shelf shelf;
    private final Person person;
    private final int places;
    private final Instant now;
    private final SortedMap<LogPosition, DomainEvent> events = new TreeMap<>();
    private final ProfileState state;
    private final RecommendationsServed list;
    private final Retrying retrying;
    private final Random chance;

    /** @param number draws what is explored, and what is taken away to compare with */
    record Person(SubjectId subject, int number, List<InteractionRecorded> deeds) {}

    TriedList(Shelf shelf, Person person, int places, Instant now) {
        this.shelf = shelf;
        this.person = person;
        this.places = places;
        this.now = now;
        this.chance = new Random(person.number());
        person.deeds().forEach(deed -> events.put(new LogPosition(1 + events.size()), deed));
        state = state(events);
        list = served();
        retrying = new Retrying(
                list, shelf, (subject, some, position) -> new PastProfiles.Found(state(some), true), events);
    }

    private static ProfileState state(SortedMap<LogPosition, DomainEvent> some) {
        return MODEL.applyAll(
                null,
                some.values().stream().map(InteractionRecorded.class::cast).toList());
    }

    private RecommendationsServed served() {
        ListMaking making = making(shelf, state);
        return new RecommendationsServed(
                id(),
                person.subject(),
                Algorithm.HYBRID,
                new ModelVersion("tried"),
                new LogPosition(events.size()),
                List.of(),
                null,
                null,
                making.inputs(making.eligible()),
                making.best(making.eligible()),
                now);
    }

    private RecommendationId id() {
        return new RecommendationId(new UUID(person.number(), 7));
    }

    private ListMaking making(Shelf by, ProfileState known) {
        return new ListMaking(
                by,
                new ListMaking.Wanted(
                        id(), Tuning.of(Algorithm.HYBRID, true), true, Pool.EVERYTHING, ListTerms.NOTHING, places, now),
                known);
    }

    List<ServedItem> items() {
        return list.items();
    }

    ProfileState state() {
        return state;
    }

    /** Of all content with which the person did something. */
    Set<ContentId> met() {
        Set<ContentId> met = new HashSet<>();
        person.deeds().stream()
                .map(InteractionRecorded::content)
                .filter(Objects::nonNull)
                .forEach(met::add);
        return met;
    }

    /** All that a reason rests on. */
    Set<ContentId> evidence(Reason reason) {
        return Evidence.content(reason, events, state);
    }

    Retrying.Retried told(ServedItem item, Reason reason) {
        return retrying.without(reason, number(item), item.content());
    }

    /** What the score loses without it, by what is left alone. */
    double loss(ServedItem item, Reason reason) {
        return loss(item, reason, shelf);
    }

    /** @param after what the score without it is by: the same shelf, or one with a model that was trained without */
    double loss(ServedItem item, Reason reason, Shelf after) {
        return score(making(shelf, state), shelf, item) - score(making(after, without(reason)), after, item);
    }

    private ProfileState without(Reason reason) {
        return state(Evidence.without(reason, evidence(reason), events));
    }

    private int number(ServedItem item) {
        return shelf.catalog().numberOf(item.content());
    }

    private static double score(ListMaking making, Shelf by, ServedItem item) {
        return making.alone(by.catalog().numberOf(item.content())).contributions().stream()
                .mapToDouble(Contribution::value)
                .sum();
    }

    /** What stands where the item stood, in a list as long as the first that was made without. */
    @Nullable
    ContentId instead(ServedItem item, Reason reason) {
        List<ServedItem> left = made(shelf, without(reason));
        return item.rank() <= left.size() ? left.get(item.rank() - 1).content() : null;
    }

    /** Its rank without as much that the reason does not rest on; null where it is out of the list. */
    @Nullable
    Integer byChance(ServedItem item, Reason reason) {
        Set<ContentId> evidence = evidence(reason);
        Set<ContentId> others = met();
        others.removeAll(evidence);
        List<ContentId> some = new ArrayList<>(others);
        Collections.sort(some);
        Collections.shuffle(some, chance);
        Set<ContentId> gone = Set.copyOf(some.subList(0, Math.min(evidence.size(), some.size())));
        return rank(made(shelf, without(gone)), item);
    }

    /** Its rank without what the reason rests on; null where it is out of the list. */
    @Nullable
    Integer rank(ServedItem item, Reason reason, Shelf after) {
        return rank(made(after, without(reason)), item);
    }

    /** Whether what the reason rests on would bring the item into the list alone. */
    boolean isEnough(ServedItem item, Reason reason) {
        Set<ContentId> evidence = evidence(reason);
        return rank(made(shelf, of(content -> content != null && evidence.contains(content))), item) != null;
    }

    /** How many of what the person liked have to go, the most telling first, until another stands first; 0 for more than these. */
    int smallest(int most) {
        ServedItem first = list.items().getFirst();
        List<ContentId> telling = making(shelf, state).taste().together().because(number(first));
        Set<ContentId> gone = new HashSet<>();
        for (ContentId content : telling.subList(0, Math.min(most, telling.size()))) {
            gone.add(content);
            List<ServedItem> left = made(shelf, without(gone));
            if (left.isEmpty() || !left.getFirst().content().equals(first.content())) {
                return gone.size();
            }
        }
        return 0;
    }

    private ProfileState without(Set<ContentId> gone) {
        return of(content -> content == null || !gone.contains(content));
    }

    /** What is known by the deeds alone with such content. */
    private ProfileState of(Predicate<@Nullable ContentId> such) {
        SortedMap<LogPosition, DomainEvent> some = new TreeMap<>(events);
        some.values().removeIf(deed -> !such.test(((InteractionRecorded) deed).content()));
        return state(some);
    }

    private List<ServedItem> made(Shelf by, ProfileState known) {
        ListMaking making = making(by, known);
        return making.best(making.eligible());
    }

    private static @Nullable Integer rank(List<ServedItem> items, ServedItem item) {
        return items.stream()
                .filter(other -> other.content().equals(item.content()))
                .findFirst()
                .map(ServedItem::rank)
                .orElse(null);
    }
}
