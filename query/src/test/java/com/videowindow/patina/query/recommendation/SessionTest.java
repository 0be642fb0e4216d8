package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Video.video;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.query.Workshop;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionTest {
    private final Workshop workshop = new Workshop()
            .shows(
                    video("bowl", "woodwork", "turning").content(),
                    video("goblet", "woodwork", "turning").content(),
                    video("lid", "woodwork", "turning").content(),
                    video("mug", "ceramics", "throwing").content(),
                    video("vase", "ceramics", "throwing").content(),
                    video("soap", "home", "pouring").content());

    private SessionList after(String... recent) {
        List<ContentId> watched = Stream.of(recent).map(ContentId::new).toList();
        return new SessionQueries(new Shelves(workshop, workshop, workshop), new Wording(workshop))
                .handle(new FindForSession(watched, 3, ListTerms.NOTHING, Locale.ENGLISH, NOW));
    }

    private static List<String> ids(SessionList list) {
        return list.items().stream().map(item -> item.contentId().value()).toList();
    }

    @Test
    void whoever_watched_turning_gets_turning_which_they_did_not_watch_and_is_told_why() {
        SessionList list = after("bowl", "lid");

        assertThat(ids(list).getFirst()).isEqualTo("goblet");
        assertThat(ids(list)).doesNotContain("bowl", "lid");
        assertThat(list.items().getFirst().reasons().getFirst().text()).contains("finished two", "videos");
        assertThat(after("mug").items().getFirst().contentId().value()).isEqualTo("vase");
    }

    @Test
    void what_the_same_people_like_is_told_of_a_session_by_the_crowd_and_by_a_model() {
        for (int person = 0; person < 30; person++) {
            SubjectId who = new SubjectId(new UUID(7, person));
            workshop.allows(who)
                    .hears(who, InteractionKind.LIKE, "bowl", NOW.minusSeconds(100))
                    .hears(who, InteractionKind.LIKE, "soap", NOW.minusSeconds(90));
        }
        assertThat(ids(after("bowl"))).contains("soap");
        workshop.trains();
        assertThat(after("bowl").model().value()).startsWith("recommender");
        assertThat(ids(after("bowl")).getFirst()).isEqualTo("soap");
    }

    @Test
    void what_those_liked_next_who_liked_the_last_thing_comes_before_what_went_with_the_first() {
        for (int person = 0; person < 30; person++) {
            SubjectId who = new SubjectId(new UUID(7, person));
            boolean turner = person % 2 == 0;
            workshop.allows(who)
                    .hears(who, InteractionKind.LIKE, turner ? "bowl" : "mug", NOW.minusSeconds(100))
                    .hears(who, InteractionKind.LIKE, turner ? "soap" : "vase", NOW.minusSeconds(90));
        }
        Recommendations.Item afterBowl = after("mug", "bowl").items().stream()
                .filter(item -> item.contentId().value().equals("soap"))
                .findFirst()
                .orElseThrow();

        assertThat(together(afterBowl)).isGreaterThan(0.5);
        assertThat(afterBowl.reasons())
                .anyMatch(reason -> reason.text().equals("People who liked “Bowl” liked this too"));
        assertThat(after("bowl", "mug").items())
                .filteredOn(item -> item.contentId().value().equals("soap"))
                .allMatch(item -> together(item) < together(afterBowl));
    }

    private static double together(Recommendations.Item item) {
        return item.contributions().stream()
                .filter(part -> part.name().equals("collaborative"))
                .mapToDouble(Contribution::value)
                .sum();
    }

    @Test
    void the_same_session_has_the_same_list_and_no_profile_is_asked_for() {
        assertThat(after("bowl", "mug")).isEqualTo(after("bowl", "mug"));
        assertThat(workshop.asked).isZero();
    }

    @Test
    void where_nothing_was_watched_it_is_what_is_popular_and_new() {
        assertThat(after().items()).hasSize(3).allSatisfy(item -> assertThat(item.contributions())
                .noneMatch(part -> part.name().equals("interest") || part.name().equals("collaborative")));
    }
}
