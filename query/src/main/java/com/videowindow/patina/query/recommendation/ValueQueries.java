package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.learning.offpolicy.Estimate;
import com.videowindow.patina.learning.offpolicy.Logged;
import com.videowindow.patina.learning.offpolicy.LoggedLists;
import com.videowindow.patina.learning.offpolicy.OffPolicy;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.query.interest.OwnEvents;
import com.videowindow.patina.query.interest.ProfileFolding;
import com.videowindow.patina.query.recommendation.ModelValue.Interval;
import com.videowindow.patina.query.recommendation.ModelValue.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/**
 * Estimates what a model is worth from trails and from what came of them. The policy in question makes lists by that model from
 * the catalogue and the crowd of now, for the person as they were known when each list was served; below what stands above, it
 * is asked how likely it would have put there what stood there.
 *
 * <p>Cost: a walk through the log since then, and of each list a fold of its person's events and a scan of the catalogue.
 */
@Component
final class ValueQueries {
    static final int ENOUGH = 100;

    /** The latest of them. */
    private static final int MOST_LISTS = 5_000;

    private static final int MOST_DEEDS = 1_000_000;

    private final LogWalk log;
    private final LogInspection end;
    private final CurrentConsents consents;
    private final OwnEvents events;
    private final ProfileFolding profiles;
    private final Shelves shelves;
    private final Models models;

    ValueQueries(
            LogWalk log,
            LogInspection end,
            CurrentConsents consents,
            OwnEvents events,
            ProfileFolding profiles,
            Shelves shelves,
            Models models) {
        this.log = log;
        this.end = end;
        this.consents = consents;
        this.events = events;
        this.profiles = profiles;
        this.shelves = shelves;
        this.models = models;
    }

    @QueryHandler
    Optional<ModelValue> handle(FindModelValue question) {
        return models.find(question.model()).map(model -> value(question, model));
    }

    private ModelValue value(FindModelValue question, Models.Serving model) {
        LogPosition head = end.head();
        Heard heard = heard(question, head);
        Outcomes outcomes = new Outcomes(heard.lists(), question.window());
        heard.deeds().forEach(outcomes::hear);
        Shelf now = shelves.now();
        Shelf shelf = new Shelf(now.catalog(), now.learned(), model);
        List<RecommendationsServed> lists = heard.lists().stream()
                .filter(list ->
                        list.items().stream().allMatch(item -> shelf.catalog().numberOf(item.content()) >= 0))
                .toList();
        Map<Place, Double> targets = targets(lists, shelf, head);
        Map<Integer, Double> usual = usual(lists, outcomes);
        List<Logged> logged = LoggedLists.of(
                lists,
                (list, item) -> targets.getOrDefault(new Place(list.id(), item.rank()), 0.0),
                outcomes::of,
                item -> usual.getOrDefault(item.rank(), 0.0));
        Set<SubjectId> people =
                lists.stream().map(RecommendationsServed::subject).collect(Collectors.toSet());
        return estimated(question, people.size(), lists.size(), logged);
    }

    /** What was served to those who allow it, and what they did. */
    private record Heard(Collection<RecommendationsServed> lists, List<InteractionRecorded> deeds) {}

    private Heard heard(FindModelValue question, LogPosition head) {
        Deque<RecommendationsServed> lists = new ArrayDeque<>();
        List<InteractionRecorded> deeds = new ArrayList<>();
        log.events(
                question.since(),
                question.now(),
                head,
                type -> type == RecommendationsServed.class || type == InteractionRecorded.class,
                event -> hear(event, question, lists, deeds));
        return new Heard(lists, deeds);
    }

    private void hear(
            DomainEvent event,
            FindModelValue question,
            Deque<RecommendationsServed> lists,
            List<InteractionRecorded> deeds) {
        switch (event) {
            case RecommendationsServed list
            when isLookedAt(list, question) -> {
                lists.add(list);
                if (lists.size() > MOST_LISTS) {
                    lists.removeFirst();
                }
            }
            case InteractionRecorded deed when deeds.size() < MOST_DEEDS && allows(deed.subject()) -> deeds.add(deed);
            default -> {}
        }
    }

    private boolean isLookedAt(RecommendationsServed list, FindModelValue question) {
        return list.fallback() == null
                && list.at().plus(question.window()).isBefore(question.now())
                && list.items().stream().anyMatch(item -> item.propensity() != null)
                && allows(list.subject());
    }

    private boolean allows(SubjectId subject) {
        return consents.isKnown() && consents.allows(subject, Purpose.ANALYTICS);
    }

    private record Place(RecommendationId list, int rank) {}

    /** How likely the model would have put each item where it stood. */
    private Map<Place, Double> targets(List<RecommendationsServed> lists, Shelf shelf, LogPosition head) {
        Map<Place, Double> targets = new HashMap<>();
        Map<SubjectId, SortedMap<LogPosition, DomainEvent>> known = new HashMap<>();
        for (RecommendationsServed list : lists) {
            SortedMap<LogPosition, DomainEvent> own =
                    known.computeIfAbsent(list.subject(), subject -> events.whole(subject, head));
            ProfileState state = profiles.fold(list.subject(), own, list.asOf()).state();
            ListMaking making =
                    new ListMaking(shelf, ListMaking.wanted(list.id(), list.inputs(), true, list.at()), state);
            List<Double> chances = making.chances(list.items().stream()
                    .map(item -> shelf.catalog().numberOf(item.content()))
                    .toList());
            for (int i = 0; i < chances.size(); i++) {
                targets.put(new Place(list.id(), list.items().get(i).rank()), chances.get(i));
            }
        }
        return targets;
    }

    /** What comes of each place in the mean. */
    private static Map<Integer, Double> usual(List<RecommendationsServed> lists, Outcomes outcomes) {
        Map<Integer, List<Double>> byRank = new HashMap<>();
        lists.forEach(
                list -> list.items().forEach(item -> byRank.computeIfAbsent(item.rank(), none -> new ArrayList<>())
                        .add(outcomes.of(list, item))));
        Map<Integer, Double> usual = new HashMap<>();
        byRank.forEach((rank, rewards) -> usual.put(
                rank, rewards.stream().mapToDouble(reward -> reward).average().orElse(0)));
        return usual;
    }

    private static ModelValue estimated(FindModelValue question, int people, int lists, List<Logged> logged) {
        double served = logged.stream().mapToDouble(Logged::reward).average().orElse(0);
        boolean any = logged.size() > 1 && logged.stream().anyMatch(one -> one.target() > 0);
        if (!any) {
            return new ModelValue(
                    question.model(), people, lists, logged.size(), served, 0, null, null, null, Verdict.TOO_LITTLE);
        }
        OffPolicy estimators = OffPolicy.unclipped();
        Estimate robust = estimators.doublyRobust(logged);
        return new ModelValue(
                question.model(),
                people,
                lists,
                logged.size(),
                served,
                robust.effective(),
                Interval.of(estimators.ips(logged)),
                Interval.of(estimators.snips(logged)),
                Interval.of(robust),
                verdict(robust, served));
    }

    private static Verdict verdict(Estimate robust, double served) {
        if (robust.effective() < ENOUGH) {
            return Verdict.TOO_LITTLE;
        }
        return robust.low() > served ? Verdict.BETTER : robust.high() < served ? Verdict.WORSE : Verdict.NO_DIFFERENCE;
    }
}
