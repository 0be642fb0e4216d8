package com.videowindow.patina.learning.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarketLifeTest {
    private static final int PEOPLE = 300;
    private static final int DAYS = 120;
    private static final Market MARKET = Market.of(Scenario.of(PEOPLE, DAYS, 11));
    private static final List<Life> LIVES =
            IntStream.range(0, PEOPLE).mapToObj(MARKET::life).toList();

    private static Work work(InteractionRecorded deed) {
        return Optional.ofNullable(deed.content()).flatMap(MARKET::work).orElseThrow();
    }

    private static Stream<InteractionRecorded> deeds(InteractionKind kind) {
        return LIVES.stream().flatMap(life -> life.deeds().stream()).filter(deed -> deed.kind() == kind);
    }

    private static int dayOf(Instant at) {
        return (int) ChronoUnit.DAYS.between(MARKET.scenario().start(), LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    @Test
    void what_people_see_to_the_end_is_as_likely_as_the_world_says() {
        double foretold = 0;
        double finished = 0;
        long views = 0;
        for (Life life : LIVES) {
            for (InteractionRecorded deed : life.deeds()) {
                Double completion = deed.engagement().completion();
                if (completion != null) {
                    int day = Math.max(0, Math.min(DAYS - 1, dayOf(deed.at())));
                    foretold += 0.1 + 0.75 * MARKET.likes(life, work(deed), day);
                    finished += completion >= 0.9 ? 1 : 0;
                    views++;
                }
            }
        }
        assertThat(finished / views).isCloseTo(foretold / views, within(0.02));
    }

    @Test
    void deeds_are_in_their_order_and_name_themselves_once() {
        assertThat(LIVES).allSatisfy(life -> {
            assertThat(life.deeds()).isSortedAccordingTo(Comparator.comparing(InteractionRecorded::at));
            assertThat(life.deeds()).extracting(InteractionRecorded::message).doesNotHaveDuplicates();
        });
    }

    @Test
    void nobody_watches_what_is_not_yet_there() {
        assertThat(deeds(InteractionKind.VIEW)
                        .filter(deed -> !work(deed).content().publishedAt().isBefore(deed.at())))
                .isEmpty();
    }

    @Test
    void evenings_are_busy_and_nights_are_not() {
        long[] byHour = new long[24];
        LIVES.forEach(life -> life.deeds().forEach(deed -> {
            byHour[deed.at().atOffset(life.who().rhythm().offset()).getHour()]++;
        }));
        assertThat(byHour[20]).isGreaterThan(20 * byHour[4]);
    }

    @Test
    void people_have_several_devices() {
        assertThat(LIVES)
                .extracting(life -> life.who().rhythm().devices().size())
                .contains(1, 2, 3);
        assertThat(deeds(InteractionKind.VIEW)
                        .map(deed -> deed.context().platform())
                        .distinct())
                .hasSize(4);
    }

    @Test
    void practice_is_gained_and_never_lost() {
        assertThat(LIVES).allSatisfy(life -> {
            List<Double> first = life.days().getFirst().skill();
            List<Double> last = life.days().getLast().skill();
            assertThat(IntStream.range(0, first.size())).allMatch(craft -> last.get(craft) >= first.get(craft));
        });
        assertThat(LIVES.stream().filter(life -> !life.deeds().isEmpty()))
                .anySatisfy(life -> assertThat(life.days().getLast().skill())
                        .isNotEqualTo(life.days().getFirst().skill()));
    }

    @Test
    void presents_are_watched_before_christmas() {
        Predicate<InteractionRecorded> gift = deed -> work(deed).gift();
        double autumn = share(dayBefore(60), gift);
        double december = share(dayBefore(60).negate(), gift);
        assertThat(december).isGreaterThan(1.2 * autumn);
    }

    private static Predicate<InteractionRecorded> dayBefore(int day) {
        return deed -> dayOf(deed.at()) < day;
    }

    private static double share(Predicate<InteractionRecorded> when, Predicate<InteractionRecorded> what) {
        List<InteractionRecorded> views =
                deeds(InteractionKind.VIEW).filter(when).toList();
        return (double) views.stream().filter(what).count() / views.size();
    }

    @Test
    void some_come_later_and_some_stay_away() {
        assertThat(LIVES).filteredOn(life -> life.who().joins() > 0).hasSizeBetween(80, 160);
        List<Life> fromTheBeginning =
                LIVES.stream().filter(life -> life.who().joins() == 0).toList();
        long early = active(fromTheBeginning, 0, 30);
        assertThat(active(fromTheBeginning, 90, 120)).isLessThan(early).isGreaterThan(early / 4);
    }

    private static long active(List<Life> lives, int from, int to) {
        return lives.stream()
                .filter(life ->
                        life.deeds().stream().anyMatch(deed -> dayOf(deed.at()) >= from && dayOf(deed.at()) < to))
                .count();
    }

    @Test
    void some_allow_nothing_and_some_no_training() {
        assertThat(LIVES).filteredOn(life -> life.who().allows().isEmpty()).hasSizeBetween(10, 45);
        assertThat(LIVES)
                .filteredOn(life -> life.who().allows().contains(Purpose.PERSONALIZATION)
                        && !life.who().allows().contains(Purpose.TRAINING))
                .hasSizeBetween(30, 90);
    }

    @Test
    void goods_are_bought_within_the_purse_and_some_are_sent_back() {
        assertThat(deeds(InteractionKind.PURCHASE)).isNotEmpty().allSatisfy(deed -> {
            assertThat(deed.sale()).isNotNull();
            assertThat(deed.context().order()).isNotNull();
        });
        assertThat(LIVES.stream().flatMap(life -> life.returns().stream())).isNotEmpty();
    }

    @Test
    void a_drift_changes_taste_on_its_day_and_nobody_before() {
        Scenario.Drift drift = new Scenario.Drift(20, 0.5);
        Market drifting = Market.of(Scenario.of(60, 40, 11).with(drift, null));
        List<Resident> all = IntStream.range(0, 60).mapToObj(drifting::resident).toList();

        assertThat(all)
                .filteredOn(Resident::changesTaste)
                .hasSizeBetween(18, 42)
                .allSatisfy(who -> {
                    assertThat(who.tasteOn(19).vector()).isEqualTo(who.taste().vector());
                    assertThat(who.tasteOn(20).vector())
                            .isNotEqualTo(who.taste().vector());
                });
    }

    @Test
    void bots_push_one_work_within_an_hour_and_change_nobody_else() {
        Market poisoned = Market.of(Scenario.of(20, 40, 11).with(null, new Scenario.Burst(30, 50)));
        ContentId target = poisoned.target().orElseThrow().content().id();
        Instant three = Instant.parse("2025-10-01T03:00:00Z");

        assertThat(poisoned.residents()).isEqualTo(70);
        assertThat(IntStream.range(20, 70).mapToObj(poisoned::life)).allSatisfy(bot -> {
            assertThat(bot.deeds())
                    .anyMatch(deed -> target.equals(deed.content()) && deed.kind() == InteractionKind.LIKE);
            assertThat(bot.deeds())
                    .allMatch(deed ->
                            !deed.at().isBefore(three) && deed.at().isBefore(three.plus(62, ChronoUnit.MINUTES)));
        });
        assertThat(poisoned.life(5).deeds())
                .isEqualTo(Market.of(Scenario.of(20, 40, 11)).life(5).deeds());
    }
}
