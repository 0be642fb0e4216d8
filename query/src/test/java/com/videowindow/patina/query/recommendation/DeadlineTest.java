package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Video.video;
import static com.videowindow.patina.query.Workshop.ANNA;
import static com.videowindow.patina.query.Workshop.BEN;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.RankingInputs;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.query.Workshop;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A list that has no time to look at everything. */
class DeadlineTest {
    private static final int ALL = 1_000;
    private static final RecommendationId LIST = new RecommendationId(new UUID(7, 7));
    private static final Duration BUDGET = Duration.ofMillis(150);

    private final Workshop workshop = new Workshop().allows(ANNA).allows(BEN);
    private final Shelves shelves = new Shelves(workshop, workshop, workshop);

    DeadlineTest() {
        for (int i = 0; i < ALL; i++) {
            String technique = i % 2 == 0 ? "dovetail" : "turning";
            workshop.shows(video(name(i), "woodwork", technique)
                    .published(NOW.minus(Duration.ofDays(ALL - i)))
                    .content());
        }
        workshop.hears(BEN, InteractionKind.LIKE, name(3))
                .hears(BEN, InteractionKind.LIKE, name(5))
                .hears(ANNA, InteractionKind.LIKE, name(7));
    }

    private static String name(int number) {
        return "film-%04d".formatted(number);
    }

    private Recommendations ask(@Nullable Duration budget, LongSupplier clock) {
        return new RecommendationQueries(workshop, workshop, shelves, new Wording(workshop), clock)
                .handle(new FindRecommendations(
                        LIST,
                        ANNA,
                        Algorithm.HYBRID,
                        20,
                        Pool.EVERYTHING,
                        ListTerms.NOTHING,
                        null,
                        Locale.ENGLISH,
                        NOW,
                        budget));
    }

    /** The first look is the question's own; time is up at the one with this number. */
    private static LongSupplier spentAt(int look) {
        AtomicInteger looks = new AtomicInteger();
        return () -> looks.incrementAndGet() >= look ? Long.MIN_VALUE + BUDGET.toNanos() - 1 : Long.MAX_VALUE;
    }

    @Test
    void it_stops_at_the_deadline_and_says_how_many_were_looked_at() {
        Recommendations list = ask(BUDGET, spentAt(3));

        assertThat(list.lookedAt()).isEqualTo(2 * Scan.AT_ONCE);
        assertThat(list.served().inputs().looked()).isEqualTo(512);
        assertThat(list.served().inputs().eligible()).isEqualTo(ALL - 1);
        assertThat(list.items()).hasSize(20);
    }

    @Test
    void at_least_as_many_are_looked_at_as_between_two_looks_at_the_clock() {
        assertThat(ask(Duration.ZERO, () -> 0).lookedAt()).isEqualTo(Scan.AT_ONCE);
    }

    @Test
    void what_was_looked_at_is_the_popular_and_then_the_new() {
        List<String> offered = ask(Duration.ZERO, () -> 0).served().items().stream()
                .map(item -> item.content().value())
                .toList();

        assertThat(offered).contains(name(3), name(5));
        assertThat(offered)
                .allMatch(id ->
                        id.compareTo(name(740)) > 0 || List.of(name(3), name(5)).contains(id));
    }

    @Test
    void in_time_it_is_the_list_that_there_is_without_a_deadline() {
        Recommendations list = ask(BUDGET, () -> 0);

        assertThat(list.lookedAt()).isNull();
        assertThat(list.served()).isEqualTo(ask(null, () -> 0).served());
    }

    @Test
    void it_is_made_again_from_as_many_candidates() {
        Recommendations list = ask(BUDGET, spentAt(3));
        RankingInputs inputs = list.served().inputs();

        ListMaking making =
                new ListMaking(shelves.now(), ListMaking.wanted(LIST, inputs, true, NOW), workshop.profile(ANNA));

        assertThat(making.best(making.eligible())).isEqualTo(list.served().items());
        assertThat(making.inputs(making.eligible())).isEqualTo(inputs);
        assertThat(list.served().items())
                .isNotEqualTo(ask(null, () -> 0).served().items());
    }

    /** The order in which all is looked at decides nothing, also of what scores the same. */
    @Test
    void what_is_kept_does_not_depend_on_the_order() {
        List<ContentId> ordered = ask(Duration.ofDays(1), () -> 0).served().items().stream()
                .map(item -> item.content())
                .toList();

        assertThat(ordered)
                .isEqualTo(ask(null, () -> 0).served().items().stream()
                        .map(item -> item.content())
                        .toList());
        assertThat(IntStream.of(shelves.now().order()).sorted().toArray())
                .isEqualTo(IntStream.range(0, ALL).toArray());
    }
}
