package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Video.video;
import static com.videowindow.patina.query.Workshop.ANNA;
import static com.videowindow.patina.query.Workshop.BEN;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Fallback;
import com.videowindow.patina.domain.recommendation.Filter;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.Rung;
import com.videowindow.patina.query.Workshop;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a list is made of where the best is not to be had, rung by rung. */
class LadderTest {
    private static final ListTerms AT_HOME =
            new ListTerms(List.of(), new Filter(List.of(Facet.parse("category:home")), null, null), null, null);

    private final Workshop workshop = new Workshop()
            .shows(
                    video("chest", "woodwork", "dovetail").content(),
                    video("stool", "woodwork", "dovetail").content(),
                    video("bowl", "woodwork", "turning").content(),
                    video("soap", "home", "pouring").in("de").content(),
                    video("candle", "home", "pouring").in("en").content(),
                    video("wreath", "home", "binding")
                            .published(NOW.minusSeconds(86_400))
                            .content());

    private Recommendations ask(Algorithm algorithm, ListTerms asked) {
        return new Asking(workshop, ANNA, algorithm).list(7, 10, asked, NOW);
    }

    private Recommendations ask() {
        return ask(Algorithm.HYBRID, ListTerms.NOTHING);
    }

    private static List<String> ids(Recommendations list) {
        return list.items().stream().map(item -> item.contentId().value()).toList();
    }

    private static double part(Recommendations list, String content, String name) {
        return list.items().stream()
                .filter(item -> item.contentId().value().equals(content))
                .flatMap(item -> item.contributions().stream())
                .filter(part -> part.name().equals(name))
                .mapToDouble(part -> part.value())
                .sum();
    }

    /** Many like chests and stools, a few candles. */
    private void a_crowd_likes_woodwork() {
        for (int i = 10; i < 20; i++) {
            SubjectId somebody = new SubjectId(new UUID(0, i));
            workshop.allows(somebody)
                    .hears(somebody, InteractionKind.LIKE, "chest")
                    .hears(somebody, InteractionKind.LIKE, "stool");
        }
        workshop.allows(BEN).hears(BEN, InteractionKind.LIKE, "candle");
    }

    @Test
    void with_a_profile_and_a_crowd_it_is_the_full_hybrid() {
        a_crowd_likes_woodwork();
        workshop.allows(ANNA).hears(ANNA, InteractionKind.LIKE, "chest");

        Recommendations list = ask();

        assertThat(list.rung()).isEqualTo(Rung.HYBRID);
        assertThat(list.fallback()).isNull();
        assertThat(part(list, "stool", "collaborative")).isPositive();
        assertThat(list.served().inputs().rung()).isEqualTo(Rung.HYBRID);
    }

    @Test
    void without_a_crowd_it_is_by_the_profile_alone_whatever_was_asked_for() {
        workshop.allows(ANNA).hears(ANNA, InteractionKind.LIKE, "chest");

        Recommendations list = ask(Algorithm.COLLABORATIVE, ListTerms.NOTHING);

        assertThat(list.rung()).isEqualTo(Rung.CONTENT);
        assertThat(ids(list)).first().isEqualTo("stool");
        assertThat(list.served().inputs().weights()).isEqualTo(Tuning.of(Algorithm.CONTENT, false));
    }

    @Test
    void one_who_asks_for_their_profile_alone_stands_on_the_same_rung() {
        a_crowd_likes_woodwork();
        workshop.allows(ANNA).hears(ANNA, InteractionKind.LIKE, "chest");

        assertThat(ask(Algorithm.CONTENT, ListTerms.NOTHING).rung()).isEqualTo(Rung.CONTENT);
    }

    @Test
    void where_the_profile_cannot_be_read_the_category_that_was_asked_for_is_measured_by_its_own_most_popular() {
        a_crowd_likes_woodwork();
        workshop.allows(ANNA).hears(ANNA, InteractionKind.LIKE, "chest");
        workshop.storeIsAway = true;

        Recommendations list = ask(Algorithm.HYBRID, AT_HOME);

        assertThat(list.rung()).isEqualTo(Rung.SEGMENT_POPULAR);
        assertThat(list.fallback()).isEqualTo(Fallback.PROFILE_UNAVAILABLE);
        assertThat(ids(list)).containsExactly("candle", "wreath", "soap");
        assertThat(part(list, "candle", "trending")).isEqualTo(0.7);
    }

    @Test
    void where_nobody_likes_any_of_the_category_it_is_what_is_popular() {
        a_crowd_likes_woodwork();
        workshop.retires("candle");

        assertThat(ask(Algorithm.HYBRID, AT_HOME).rung()).isEqualTo(Rung.POPULAR);
    }

    @Test
    void whoever_stated_a_language_and_nothing_else_gets_what_is_popular_in_it() {
        a_crowd_likes_woodwork();
        workshop.allows(ANNA).states(ANNA, new Preferences(List.of(), List.of(), List.of("de"), null));

        Recommendations list = ask();

        assertThat(list.rung()).isEqualTo(Rung.POPULAR);
        assertThat(list.fallback()).isEqualTo(Fallback.NO_HISTORY);
        assertThat(ids(list)).contains("soap").doesNotContain("candle");
        assertThat(ids(list).subList(0, 2)).containsExactlyInAnyOrder("chest", "stool");
    }

    @Test
    void where_nobody_likes_anything_yet_it_is_what_editors_chose_in_their_order_and_then_what_is_new() {
        workshop.putsFirst("soap", "never-shown", "bowl", "chest");

        Recommendations list = ask();

        assertThat(list.rung()).isEqualTo(Rung.EDITORIAL);
        assertThat(ids(list)).startsWith("soap", "bowl", "chest", "wreath").hasSize(6);
        assertThat(part(list, "bowl", "editorial")).isEqualTo(0.98);
        assertThat(list.items().getFirst().reasons())
                .extracting(WordedReason::text)
                .containsExactly("Chosen by our editors");
        list.items().forEach(item -> assertThat(item.contributions().stream()
                        .mapToDouble(part -> part.value())
                        .sum())
                .isCloseTo(item.score(), within(1e-9)));
    }

    @Test
    void what_is_retired_leaves_the_list_of_editors_by_itself() {
        workshop.putsFirst("soap", "bowl").retires("soap");
        assertThat(ids(ask())).startsWith("bowl").doesNotContain("soap");

        workshop.retires("bowl");
        assertThat(ask().rung()).isEqualTo(Rung.POPULAR);
    }

    @Test
    void once_something_is_popular_editors_are_not_asked() {
        workshop.putsFirst("soap");
        a_crowd_likes_woodwork();

        assertThat(ask().rung()).isEqualTo(Rung.POPULAR);
    }

    @Test
    void whoever_does_not_want_to_be_profiled_or_allows_nothing_gets_what_is_popular() {
        a_crowd_likes_woodwork();
        assertThat(ask().rung()).isEqualTo(Rung.POPULAR);

        workshop.allows(ANNA).hears(ANNA, InteractionKind.LIKE, "chest");
        workshop.set.add(Control.NON_PROFILING);
        assertThat(ask().rung()).isEqualTo(Rung.POPULAR);
    }
}
