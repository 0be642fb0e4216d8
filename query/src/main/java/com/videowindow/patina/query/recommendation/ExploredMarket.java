package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Weights;
import com.videowindow.patina.learning.chance.Draw;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.recommender.CrowdSignals;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Work;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;

/** A market in which people see nothing but their lists from a day on, ranked by weights, without a model. */
final class ExploredMarket {
    private static final int PLACES = 10;
    private static final double LOOKED_AT = 0.5;
    private static final double TO_THE_END = 0.95;
    private static final double LEFT = 0.3;
    private static final int MOST_DAYS = 4_096;
    private static final PreferenceModel MODEL = new PreferenceModel();
    private static final ModelVersion VERSION = new ModelVersion("of-the-market");

    private final Market market;
    private final List<Life> lives;
    private final Weights weights;
    private final int luck;
    private final CrowdSignals crowd = new CrowdSignals();
    private final Map<Integer, ProfileState> profiles = new HashMap<>();
    private final List<Placed> placed = new ArrayList<>();
    private final List<Double> ndcgs = new ArrayList<>();
    private final int[] met;

    /** Something in a list, which is seen as much as nDCG discounts its place. */
    private record Placed(Work work, int day, double seen, double liked) {}

    /** @param luck another number is another life */
    ExploredMarket(Market market, List<Life> lives, int cut, Weights weights, int luck) {
        this.market = market;
        this.lives = lives;
        this.weights = weights;
        this.luck = luck;
        met = new int[market.works().size()];
        Instant until = morning(market, cut);
        for (Life life : lives) {
            if (life.who().allows().contains(Purpose.TRAINING)) {
                PolicyVersion policy = new PolicyVersion("1");
                crowd.apply(new ConsentGiven(
                        life.who().subject(), Purpose.TRAINING, policy, Channel.IMPORT, Instant.EPOCH));
            }
            profiles.put(life.who().number(), MODEL.applyAll(null, before(life, until)));
        }
        lives.stream()
                .flatMap(life -> before(life, until).stream())
                .sorted(Comparator.comparing(InteractionRecorded::at)
                        .thenComparing(deed -> deed.message().value()))
                .forEach(crowd::apply);
    }

    static Instant morning(Market market, int day) {
        return market.scenario().start().plusDays(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static List<InteractionRecorded> before(Life life, Instant until) {
        return life.deeds().stream().filter(deed -> deed.at().isBefore(until)).toList();
    }

    /** A list for everybody who came on that day in a life without lists, and allows one; what they do is heard in the evening. */
    void live(int day) {
        CatalogSnapshot catalog = CatalogSnapshot.of(market.works().stream()
                .filter(work -> work.day() <= day)
                .map(Work::content)
                .toList());
        Crowd.Learned learned =
                new Crowd.Learned(crowd.train(), crowd.trending(), VERSION, LogPosition.START, LogPosition.START);
        Shelf shelf = new Shelf(catalog, learned, null);
        List<InteractionRecorded> deeds = lives.stream()
                .filter(life -> life.who().allows().contains(Purpose.PERSONALIZATION))
                .filter(life -> comes(life, day))
                .flatMap(life -> looks(life, day, shelf).stream())
                .toList();
        deeds.forEach(crowd::apply);
    }

    private boolean comes(Life life, int day) {
        Instant from = morning(market, day);
        Instant until = morning(market, day + 1);
        return life.deeds().stream()
                .anyMatch(deed -> !deed.at().isBefore(from) && deed.at().isBefore(until));
    }

    private List<InteractionRecorded> looks(Life life, int day, Shelf shelf) {
        int number = life.who().number();
        ProfileState state = Objects.requireNonNull(profiles.get(number));
        ListMaking making = new ListMaking(
                shelf,
                new ListMaking.Wanted(
                        new RecommendationId(new UUID(number, (long) luck * MOST_DAYS + day)),
                        weights,
                        true,
                        Pool.EVERYTHING,
                        ListTerms.NOTHING,
                        PLACES,
                        morning(market, day)),
                state);
        BitSet eligible = making.eligible();
        List<Placed> list = placed(making.best(eligible), life, day);
        double[] best = eligible.stream()
                .mapToDouble(content ->
                        -likes(life, work(shelf.catalog().content(content).id()), day))
                .sorted()
                .limit(list.size())
                .toArray();
        double most = 0;
        for (int place = 0; place < best.length; place++) {
            most -= seen(place) * best[place];
        }
        ndcgs.add(
                most == 0
                        ? 1
                        : list.stream()
                                        .mapToDouble(one -> one.seen() * one.liked())
                                        .sum()
                                / most);
        placed.addAll(list);
        return deeds(life, day, list);
    }

    private List<Placed> placed(List<ServedItem> items, Life life, int day) {
        return items.stream()
                .map(item -> {
                    Work work = work(item.content());
                    return new Placed(work, day, seen(item.rank() - 1), likes(life, work, day));
                })
                .toList();
    }

    private List<InteractionRecorded> deeds(Life life, int day, List<Placed> list) {
        int number = life.who().number();
        List<InteractionRecorded> deeds = new ArrayList<>();
        for (Placed one : list) {
            long pair = (long) number * market.works().size() + one.work().number();
            if (Draw.uniform(2L * luck, pair * MOST_DAYS + day) < LOOKED_AT * one.seen()) {
                met[one.work().number()]++;
                boolean likes = Draw.uniform(2L * luck + 1, pair) < one.liked();
                deeds.add(view(life, one.work(), day, deeds.size(), likes));
                profiles.compute(number, (somebody, before) -> MODEL.apply(before, deeds.getLast()));
            }
        }
        return deeds;
    }

    private InteractionRecorded view(Life life, Work work, int day, int second, boolean likes) {
        Instant at = morning(market, day).plusSeconds(second);
        return new InteractionRecorded(
                life.who().subject(),
                new MessageId("listed-" + day + "-" + second),
                null,
                InteractionKind.VIEW,
                work.content().id(),
                work.content().facets(),
                new Engagement(null, likes ? TO_THE_END : LEFT, null),
                InteractionContext.NONE,
                null,
                at,
                at);
    }

    private Work work(ContentId content) {
        return market.work(content).orElseThrow();
    }

    private double likes(Life life, Work work, int day) {
        return market.likes(life, work, day);
    }

    /** @param place from 0 */
    private static double seen(int place) {
        return StrictMath.log(2) / StrictMath.log(place + 2);
    }

    /** Of each list, in order. */
    List<Double> ndcgs() {
        return ndcgs;
    }

    /** How many met a work in their lists. */
    int met(int work) {
        return met[work];
    }

    /** How much of what is seen is liked. */
    double likedShare() {
        return placed.stream().mapToDouble(one -> one.seen() * one.liked()).sum()
                / placed.stream().mapToDouble(Placed::seen).sum();
    }

    /** The share of what is seen that is such a work, on the day on which it is listed. */
    double exposure(BiPredicate<Work, Integer> such) {
        double theirs = placed.stream()
                .filter(one -> such.test(one.work(), one.day()))
                .mapToDouble(Placed::seen)
                .sum();
        return theirs / placed.stream().mapToDouble(Placed::seen).sum();
    }
}
