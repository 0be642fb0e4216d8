package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Workshop.ANNA;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.EditorialRules;
import com.videowindow.patina.domain.catalog.EditorialRules.Boost;
import com.videowindow.patina.domain.catalog.EditorialRules.Cap;
import com.videowindow.patina.domain.catalog.EditorialRules.Pin;
import com.videowindow.patina.domain.catalog.Term;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.Pages;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Surface;
import com.videowindow.patina.learning.ranking.Above;
import com.videowindow.patina.query.Workshop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What holds for every list, whatever editors decide. */
class RulesPropertiesTest {
    private static final int PLACES = 20;
    private static final Term NOW_ON = new Term(NOW, NOW.plusSeconds(60));
    private static final Facet CARVING = Facet.parse("technique:carving");
    private static final Cap ONE_MAKER = new Cap(FacetKind.CREATOR, null, 2, 6, NOW_ON);
    private static final Cap CARVINGS = new Cap(null, CARVING, 3, null, NOW_ON);
    private static final double SHARE = 0.25;

    private static EditorialRules rules(Random chance, Term term) {
        List<Boost> boosts = new ArrayList<>();
        List<Pin> pins = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double delta = Math.max(0.001, chance.nextDouble());
            boolean paid = chance.nextBoolean();
            boosts.add(new Boost(any(chance), null, paid ? delta : -delta, paid, term));
            pins.add(new Pin(new ContentId("v" + (i * 15 + chance.nextInt(15))), Surface.FEED, 1 + i * 4, paid, term));
        }
        boosts.add(new Boost(null, Facet.parse("creator:maker1"), 0.3, false, term));
        return new EditorialRules(
                boosts,
                pins,
                List.of(
                        new Cap(ONE_MAKER.each(), null, ONE_MAKER.most(), ONE_MAKER.places(), term),
                        new Cap(null, CARVING, CARVINGS.most(), null, term)),
                SHARE);
    }

    private static ContentId any(Random chance) {
        return new ContentId("v" + chance.nextInt(60));
    }

    private static ListMaking making(Workshop workshop, long id, ListTerms asked, int limit) {
        return new ListMaking(
                new Shelves(workshop, workshop, workshop).now(),
                new ListMaking.Wanted(
                        new RecommendationId(new UUID(id, 7)),
                        Tuning.of(Algorithm.HYBRID, false),
                        true,
                        Pool.EVERYTHING,
                        asked,
                        limit,
                        NOW),
                workshop.profile(ANNA));
    }

    private static boolean has(Workshop workshop, ServedItem item, Facet facet) {
        return workshop.content(item.content()).orElseThrow().facets().values().contains(facet);
    }

    private static boolean isPaid(EditorialRules rules, ServedItem item) {
        return rules.boosts().stream()
                        .anyMatch(one -> one.sponsored() && item.content().equals(one.content()))
                || rules.pins().stream()
                        .anyMatch(one -> one.sponsored() && item.content().equals(one.content()));
    }

    @Property(tries = 300)
    void contributions_add_up_scores_never_rise_and_nothing_is_offered_that_may_not_be(
            @ForAll Random chance, @ForAll long id) {
        Workshop workshop = RankingPropertiesTest.workshop(chance);
        BitSet unruled = making(workshop, id, ListTerms.NOTHING, PLACES).eligible();
        EditorialRules rules = rules(chance, NOW_ON);
        ListMaking making = making(workshop.decides(rules), id, ListTerms.NOTHING, PLACES);
        BitSet eligible = making.eligible();
        assertThat(eligible).isEqualTo(unruled);

        double before = Double.MAX_VALUE;
        for (ServedItem item : making.best(eligible)) {
            BigDecimal sum = item.contributions().stream()
                    .map(Contribution::value)
                    .map(BigDecimal::valueOf)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(BigDecimal.valueOf(item.score()));
            assertThat(item.score()).isLessThanOrEqualTo(before);
            assertThat(eligible.get(workshop.snapshot().numberOf(item.content())))
                    .isTrue();
            assertThat(item.reasons().getFirst().kind().equals(ReasonKind.SPONSORED))
                    .isEqualTo(isPaid(rules, item));
            before = item.score();
        }
    }

    @Property(tries = 300)
    void no_cap_is_ever_exceeded_and_what_has_a_place_is_there_unless_a_cap_forbids(
            @ForAll Random chance, @ForAll long id) {
        EditorialRules rules = rules(chance, NOW_ON);
        Workshop workshop = RankingPropertiesTest.workshop(chance).decides(rules);
        ListMaking making = making(workshop, id, ListTerms.NOTHING, PLACES);
        BitSet eligible = making.eligible();
        List<ServedItem> items = making.best(eligible);

        assertThat(items.stream().filter(item -> has(workshop, item, CARVING))).hasSizeLessThanOrEqualTo(3);
        for (int i = 0; i < items.size(); i++) {
            for (int maker = 0; maker < 6; maker++) {
                Facet by = Facet.parse("creator:maker" + maker);
                assertThat(items.subList(Math.max(0, i - 5), i + 1).stream().filter(item -> has(workshop, item, by)))
                        .hasSizeLessThanOrEqualTo(2);
            }
            long paid = items.subList(0, i + 1).stream()
                    .filter(item -> isPaid(rules, item))
                    .count();
            assertThat((double) paid).isLessThanOrEqualTo(SHARE * (i + 1));
        }
        RulesInForce force = new RulesInForce(workshop.snapshot(), Surface.FEED, NOW);
        for (Pin pin : rules.pins()) {
            int number = workshop.snapshot().numberOf(pin.content());
            if (number >= 0 && eligible.get(number) && items.size() >= pin.place()) {
                var above = new Above();
                items.subList(0, pin.place() - 1)
                        .forEach(item -> above.add(workshop.snapshot().numberOf(item.content())));
                ServedItem there = items.get(pin.place() - 1);
                assertThat(there.content().equals(pin.content())).isNotEqualTo(force.isFull(number, above));
                if (there.content().equals(pin.content())) {
                    assertThat(there.propensity()).isEqualTo(1);
                }
            }
        }
    }

    @Property(tries = 60)
    void rules_that_are_not_in_force_do_nothing(@ForAll long seed, @ForAll long id) {
        Workshop workshop = RankingPropertiesTest.workshop(new Random(seed));
        ListMaking without = making(workshop, id, ListTerms.NOTHING, PLACES);
        List<ServedItem> before = without.best(without.eligible());

        EditorialRules over = rules(new Random(seed), new Term(null, NOW));
        EditorialRules later = rules(new Random(seed), new Term(NOW.plusSeconds(1), null));
        for (EditorialRules rules : List.of(over, later)) {
            ListMaking with = making(workshop.decides(rules), id, ListTerms.NOTHING, PLACES);
            assertThat(with.best(with.eligible())).isEqualTo(before);
        }
    }

    @Property(tries = 60)
    void what_stands_in_this_order_has_the_same_parts_again(@ForAll Random chance, @ForAll long id) {
        Workshop workshop = RankingPropertiesTest.workshop(chance).decides(rules(chance, NOW_ON));
        ListMaking making = making(workshop, id, ListTerms.NOTHING, PLACES);
        BitSet eligible = making.eligible();
        List<ServedItem> best = making.best(eligible);

        List<Integer> order = best.stream()
                .map(item -> workshop.snapshot().numberOf(item.content()))
                .toList();
        List<ServedItem> again = making(workshop, id, ListTerms.NOTHING, PLACES).inOrder(order, eligible);
        assertThat(again).hasSameSizeAs(best);
        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFields("propensity")
                .isEqualTo(best);
    }

    @Property(tries = 60)
    void pages_are_one_long_list(@ForAll Random chance, @ForAll long id) {
        Workshop workshop = RankingPropertiesTest.workshop(chance).decides(rules(chance, NOW_ON));
        ListMaking making = making(workshop, id, ListTerms.NOTHING, PLACES);
        List<ServedItem> atOnce = making.best(making.eligible());
        RecommendationId first = new RecommendationId(new UUID(id, 7));

        List<ServedItem> walked = new ArrayList<>();
        while (walked.size() < PLACES) {
            List<ContentId> above = walked.stream().map(ServedItem::content).toList();
            ListTerms asked =
                    above.isEmpty() ? ListTerms.NOTHING : ListTerms.NOTHING.after(new Pages(first, NOW, above));
            ListMaking page = making(workshop, id + walked.size(), asked, 5);
            List<ServedItem> items = page.best(page.eligible());
            walked.addAll(items);
            if (items.size() < 5) {
                break;
            }
        }
        assertThat(walked)
                .usingRecursiveComparison()
                .ignoringFields("propensity")
                .isEqualTo(atOnce);
    }

    @Test
    void a_pin_is_stated_and_what_is_paid_for_is_said_to_be() {
        Workshop workshop = RankingPropertiesTest.workshop(new Random(4));
        List<ServedItem> before = best(workshop, 1);
        ContentId last = before.getLast().content();
        ContentId other = before.get(before.size() - 2).content();
        EditorialRules rules = new EditorialRules(
                List.of(),
                List.of(
                        new Pin(last, Surface.FEED, 1, false, NOW_ON),
                        new Pin(other, Surface.FEED, 2, true, NOW_ON),
                        new Pin(before.getFirst().content(), Surface.PRODUCT, 3, false, NOW_ON)),
                List.of(),
                null);
        List<ServedItem> after = best(workshop.decides(rules), 1);

        assertThat(IntStream.range(0, 2).mapToObj(i -> after.get(i).content())).containsExactly(last, other);
        assertThat(after.get(0).reasons().getFirst().kind()).isEqualTo(ReasonKind.PROMOTED);
        assertThat(after.get(1).reasons().getFirst().kind()).isEqualTo(ReasonKind.SPONSORED);
        assertThat(after.get(2).content()).isEqualTo(before.getFirst().content());
        assertThat(new Wording(workshop).phrase(ReasonKind.SPONSORED, Locale.ENGLISH))
                .startsWith("Sponsored");
    }

    private static List<ServedItem> best(Workshop workshop, long id) {
        ListMaking making = making(workshop, id, ListTerms.NOTHING, PLACES);
        return making.best(making.eligible());
    }
}
