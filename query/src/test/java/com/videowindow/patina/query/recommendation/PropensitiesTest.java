package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Workshop.ANNA;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.EditorialRules;
import com.videowindow.patina.domain.catalog.EditorialRules.Boost;
import com.videowindow.patina.domain.catalog.EditorialRules.Cap;
import com.videowindow.patina.domain.catalog.EditorialRules.Pin;
import com.videowindow.patina.domain.catalog.Term;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.Pages;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Surface;
import com.videowindow.patina.domain.recommendation.Weights;
import com.videowindow.patina.learning.chance.Draw;
import com.videowindow.patina.learning.offpolicy.Logged;
import com.videowindow.patina.learning.offpolicy.LoggedLists;
import com.videowindow.patina.learning.offpolicy.OffPolicy;
import com.videowindow.patina.query.Video;
import com.videowindow.patina.query.Workshop;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The same question, drawn thousands of times: what is said to be likely is frequent. */
class PropensitiesTest {
    private static final int TIMES = 20_000;
    private static final int PLACES = 4;

    private final Workshop workshop = workshop();
    private final RecommendationQueries queries = queries(workshop);

    private static RecommendationQueries queries(Workshop workshop) {
        return new RecommendationQueries(
                workshop, workshop, new Shelves(workshop, workshop, workshop), new Wording(workshop));
    }

    private static Workshop workshop() {
        Workshop workshop = new Workshop().allows(ANNA);
        for (int i = 0; i < 40; i++) {
            workshop.shows(Video.video("v" + i, "c" + i % 3, "t" + i % 5)
                    .by("maker" + i % 4)
                    .published(NOW.minusSeconds(2_000_000L * i))
                    .content());
        }
        return workshop.hears(ANNA, InteractionKind.LIKE, "v3").hears(ANNA, InteractionKind.LIKE, "v8");
    }

    private RecommendationsServed list(long seed, ListTerms asked) {
        return list(queries, seed, asked);
    }

    private static RecommendationsServed list(RecommendationQueries queries, long seed, ListTerms asked) {
        return queries.handle(new FindRecommendations(
                        new RecommendationId(new UUID(seed, 7)),
                        ANNA,
                        Algorithm.HYBRID,
                        PLACES,
                        Pool.EVERYTHING,
                        asked,
                        null,
                        Locale.ENGLISH,
                        NOW))
                .served();
    }

    private List<RecommendationsServed> lists() {
        return lists(queries);
    }

    private static List<RecommendationsServed> lists(RecommendationQueries queries) {
        return LongStream.range(0, TIMES)
                .mapToObj(seed -> list(queries, (long) (Draw.uniform(seed, 1) * Long.MAX_VALUE), ListTerms.NOTHING))
                .toList();
    }

    private static double chance(ServedItem item) {
        Double propensity = item.propensity();
        assertThat(propensity).isNotNull().isPositive().isLessThanOrEqualTo(1);
        return propensity == null ? 1 : propensity;
    }

    @Test
    void the_first_place_goes_to_each_as_often_as_was_said() {
        Map<ContentId, Integer> times = new HashMap<>();
        Map<ContentId, Double> said = new HashMap<>();
        for (RecommendationsServed list : lists()) {
            ServedItem first = list.items().getFirst();
            times.merge(first.content(), 1, Integer::sum);
            said.merge(first.content(), chance(first), (one, other) -> {
                assertThat(other).as("nothing stands above").isEqualTo(one);
                return one;
            });
        }
        assertThat(times).hasSizeGreaterThan(3);
        said.forEach((content, chance) -> assertThat(times.getOrDefault(content, 0) / (double) TIMES)
                .as(content.value())
                .isCloseTo(chance, within(0.001 + 4 * Math.sqrt(chance / TIMES))));
    }

    /** What stands somewhere in the list, weighed by how unlikely it was there, is all that could have stood there. */
    @Test
    void at_each_place_the_weights_of_what_is_free_for_it_are_one_in_the_mean() {
        List<RecommendationsServed> lists = lists();
        Map<ContentId, Double> first = new HashMap<>();
        lists.forEach(list -> first.merge(list.items().getFirst().content(), 1.0 / TIMES, Double::sum));
        assertOneInTheMean(lists, most(first));
    }

    /** The second place is given away where that may be: at most one of a maker stands in two places that follow one another. */
    @Test
    void what_has_a_place_is_there_for_certain_and_what_is_capped_is_no_rival() {
        RecommendationQueries ruled = queries(workshop()
                .decides(new EditorialRules(
                        List.of(new Boost(new ContentId("v7"), null, 0.1, false, Term.ALWAYS)),
                        List.of(new Pin(new ContentId("v30"), Surface.FEED, 2, false, Term.ALWAYS)),
                        List.of(new Cap(FacetKind.CREATOR, null, 1, 2, Term.ALWAYS)),
                        null)));
        ContentId pinned = new ContentId("v30");
        List<RecommendationsServed> lists = lists(ruled).stream()
                .filter(list -> maker(list.items().getFirst().content()) != maker(pinned))
                .toList();

        Map<ContentId, Double> third = new HashMap<>();
        for (RecommendationsServed list : lists) {
            assertThat(list.items().get(1).content()).isEqualTo(pinned);
            assertThat(list.items().get(1).propensity()).isEqualTo(1);
            third.merge(list.items().get(2).content(), 1.0 / TIMES, Double::sum);
        }
        ContentId often = most(third);
        for (int place : new int[] {2, 3}) {
            assertOneInTheMean(lists, often, place, before -> maker(before) != maker(often));
        }
    }

    private static int maker(ContentId content) {
        return Integer.parseInt(content.value().substring(1)) % 4;
    }

    private static void assertOneInTheMean(List<RecommendationsServed> lists, ContentId often) {
        for (int place = 1; place < PLACES; place++) {
            assertOneInTheMean(lists, often, place, before -> true);
        }
    }

    /** @param mayFollow whether it may stand below this one */
    private static void assertOneInTheMean(
            List<RecommendationsServed> lists, ContentId often, int at, Predicate<ContentId> mayFollow) {
        double weighed = 0;
        double free = 0;
        for (RecommendationsServed list : lists) {
            List<ServedItem> items = list.items();
            ServedItem item = items.get(at);
            weighed += item.content().equals(often) ? 1 / chance(item) : 0;
            boolean above =
                    items.subList(0, at).stream().anyMatch(one -> one.content().equals(often));
            free += above || !mayFollow.test(items.get(at - 1).content()) ? 0 : 1;
        }
        assertThat(weighed / TIMES).as("place %s", at + 1).isCloseTo(free / TIMES, within(0.1));
    }

    /**
     * Known here is how good everything is, and so what it would have been worth to explore nothing: below the same items, the
     * best of what was left.
     */
    @Test
    void what_another_ranker_is_worth_is_recovered_from_trails() {
        List<RecommendationsServed> lists = lists();
        Map<List<ContentId>, ContentId> known = new HashMap<>();
        BiFunction<RecommendationsServed, Integer, ContentId> instead = (list, rank) -> known.computeIfAbsent(
                list.items().stream().limit(rank - 1).map(ServedItem::content).toList(), this::unexplored);
        List<Logged> log = LoggedLists.of(
                lists,
                (list, item) -> instead.apply(list, item.rank()).equals(item.content()) ? 1 : 0,
                (list, item) -> worth(item.content()));
        double truth = lists.stream()
                .flatMap(list -> list.items().stream().map(item -> instead.apply(list, item.rank())))
                .mapToDouble(PropensitiesTest::worth)
                .average()
                .orElseThrow();
        double shown = log.stream().mapToDouble(Logged::reward).average().orElseThrow();

        assertThat(log).hasSize(TIMES * PLACES);
        assertThat(Math.abs(shown - truth)).as("as it is").isGreaterThan(0.02);
        assertThat(OffPolicy.unclipped().ips(log).value()).as("IPS").isCloseTo(truth, within(0.01));
        assertThat(OffPolicy.unclipped().snips(log).value()).as("SNIPS").isCloseTo(truth, within(0.01));
    }

    private static double worth(ContentId content) {
        return Draw.uniform(11, content.hashCode());
    }

    private ContentId unexplored(List<ContentId> above) {
        Weights as = Tuning.of(Algorithm.HYBRID, false);
        Weights weights =
                new Weights(as.interest(), as.collaborative(), as.trending(), as.freshness(), 0, as.diversity());
        RecommendationId any = new RecommendationId(new UUID(1, 7));
        ListTerms below = above.isEmpty() ? ListTerms.NOTHING : ListTerms.NOTHING.after(new Pages(any, NOW, above));
        ListMaking making = new ListMaking(
                new Shelves(workshop, workshop, workshop).now(),
                new ListMaking.Wanted(any, weights, true, Pool.EVERYTHING, below, 1, NOW),
                workshop.profile(ANNA));
        return making.best(making.eligible()).getFirst().content();
    }

    private static ContentId most(Map<ContentId, Double> shares) {
        return shares.entrySet().stream()
                .sorted(Map.Entry.<ContentId, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void of_a_later_page_it_is_not_told() {
        RecommendationsServed one = list(5, ListTerms.NOTHING);
        List<ContentId> above = one.items().stream().map(ServedItem::content).toList();
        RecommendationsServed next = list(6, ListTerms.NOTHING.after(new Pages(one.id(), NOW, above)));

        assertThat(next.items()).isNotEmpty().allSatisfy(item -> assertThat(item.propensity())
                .isNull());
    }

    /** Below what somebody else put first, something has to stand. */
    @Test
    void of_another_ranker_all_that_could_come_to_a_place_is_one_together() {
        Shelf shelf = new Shelves(workshop, workshop, workshop).now();
        RecommendationsServed list = list(5, ListTerms.NOTHING);
        ListMaking other = new ListMaking(
                shelf,
                new ListMaking.Wanted(
                        list.id(),
                        new Weights(0.1, 0.2, 0.3, 0.4, 0.3, 0.1),
                        true,
                        Pool.EVERYTHING,
                        ListTerms.NOTHING,
                        PLACES,
                        NOW),
                null);
        int first = shelf.catalog().numberOf(list.items().getLast().content());
        double together = other.eligible().stream()
                .filter(content -> content != first)
                .mapToDouble(content -> other.chances(List.of(first, content)).getLast())
                .sum();

        assertThat(together).isCloseTo(1, within(0.02));
    }
}
