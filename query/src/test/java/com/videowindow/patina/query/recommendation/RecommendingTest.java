package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Video.video;
import static com.videowindow.patina.query.Workshop.ANNA;
import static com.videowindow.patina.query.Workshop.BEN;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.domain.interest.StatedInterest;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Fallback;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.query.Workshop;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecommendingTest {
    private final Workshop workshop = new Workshop()
            .shows(
                    video("chest", "woodwork", "dovetail").by("mara").content(),
                    video("stool", "woodwork", "dovetail").by("mara").content(),
                    video("drawer", "woodwork", "dovetail").content(),
                    video("box", "woodwork", "dovetail").in("de-AT").content(),
                    video("cabinet", "woodwork", "dovetail")
                            .level(SkillLevel.EXPERT)
                            .content(),
                    video("spoon", "woodwork", "carving").content(),
                    video("soap", "home", "cold-process").content(),
                    video("candle", "home", "pouring")
                            .published(NOW.minusSeconds(86_400))
                            .content())
            .allows(ANNA)
            .allows(BEN);

    @Test
    void someone_who_finished_dovetail_videos_gets_more_of_them_and_is_told_so() {
        finished("chest", "stool");

        Recommendations.Item first = ask(Algorithm.CONTENT).items().getFirst();

        assertThat(first.title()).isIn("Drawer", "Box", "Cabinet");
        assertThat(first.reasons().getFirst().kind()).isIn("finished-technique", "finished-category");
        assertThat(first.reasons().getFirst().text()).startsWith("Because you finished two ");
        assertThat(first.reasons().getFirst().because()).containsExactly(id("chest"), id("stool"));
    }

    @Test
    void what_the_same_people_liked_comes_with_what_it_rests_on() {
        for (int i = 10; i < 30; i++) {
            SubjectId other = new SubjectId(new UUID(0, i));
            workshop.allows(other)
                    .hears(other, InteractionKind.LIKE, "chest")
                    .hears(other, InteractionKind.LIKE, "soap");
        }
        finished("chest");

        Recommendations.Item first = ask(Algorithm.COLLABORATIVE).items().getFirst();

        assertThat(first.contentId()).isEqualTo(id("soap"));
        assertThat(first.reasons())
                .contains(new WordedReason(
                        "watched-together", "People who liked “Chest” liked this too", List.of(id("chest"))));
    }

    @Test
    void what_was_seen_dismissed_or_retired_is_not_offered_again_but_what_was_only_shown_is() {
        finished("chest");
        workshop.hears(ANNA, InteractionKind.DISMISS, "soap")
                .hears(ANNA, InteractionKind.IMPRESSION, "stool")
                .retires("spoon");

        assertThat(offered(ask(Algorithm.HYBRID))).contains("stool").doesNotContain("chest", "soap", "spoon");
    }

    @Test
    void what_is_published_later_is_offered_from_then_on() {
        workshop.shows(
                video("vase", "home", "throwing").published(NOW.plusSeconds(1)).content(),
                video("bowl", "home", "throwing").published(NOW).content());

        assertThat(offered(ask(Algorithm.HYBRID))).contains("bowl").doesNotContain("vase");
    }

    @Test
    void stated_languages_skill_and_aversions_hold() {
        workshop.states(
                ANNA,
                new Preferences(
                        List.of(new StatedInterest(Facet.parse("technique:dovetail"), 1)),
                        List.of(Facet.parse("category:home")),
                        List.of("en"),
                        SkillLevel.INTERMEDIATE));

        Recommendations answer = ask(Algorithm.HYBRID);

        assertThat(offered(answer)).containsExactlyInAnyOrder("chest", "stool", "drawer", "spoon");
        assertThat(answer.items().getFirst().reasons().getFirst())
                .isEqualTo(new WordedReason("stated-interest", "Because you said you like dovetail", List.of()));
    }

    @Test
    void following_a_creator_brings_their_videos_up() {
        workshop.hears(ANNA, InteractionKind.FOLLOW, "chest");

        Recommendations answer = ask(Algorithm.HYBRID);

        assertThat(offered(answer).subList(0, 2)).containsExactlyInAnyOrder("chest", "stool");
        assertThat(answer.items().getFirst().reasons().getFirst().text()).isEqualTo("Because you follow mara");
    }

    @Test
    void a_pool_limits_the_choice() {
        finished("chest");
        Pool pool = new Pool(Set.of(id("stool"), id("soap"), id("chest")), List.of(Facet.parse("category:woodwork")));

        assertThat(offered(ask(Algorithm.HYBRID, pool, Locale.ENGLISH))).containsExactly("stool");
    }

    @Test
    void while_nobody_knows_what_they_allow_somebody_is_a_stranger_and_is_told_that_something_is_away() {
        finished("chest");
        workshop.logIsSilent = true;

        Recommendations answer = ask(Algorithm.HYBRID, Pool.EVERYTHING, Locale.ENGLISH);

        assertThat(answer.fallback()).isEqualTo(Fallback.PROFILE_UNAVAILABLE);
        assertThat(answer.degraded()).isTrue();
        assertThat(answer.leavesTrail()).isFalse();
        assertThat(answer.items()).isNotEmpty();
    }

    @Test
    void without_consent_the_list_is_of_what_is_popular_and_new_and_leaves_no_trail() {
        SubjectId clara = new SubjectId(new UUID(0, 3));
        workshop.hears(BEN, InteractionKind.LIKE, "soap");

        Recommendations answer =
                recommender().handle(question(clara, Algorithm.HYBRID, Pool.EVERYTHING, Locale.ENGLISH));

        assertThat(answer.fallback()).isEqualTo(Fallback.NO_CONSENT);
        assertThat(answer.leavesTrail()).isFalse();
        assertThat(offered(answer)).startsWith("soap", "candle");
        assertThat(answer.items().get(0).reasons().getFirst().kind()).isEqualTo("trending");
        assertThat(answer.items().get(1).reasons().getFirst().kind()).isEqualTo("new");
    }

    @Test
    void without_history_the_answer_says_so() {
        Recommendations answer = ask(Algorithm.HYBRID);

        assertThat(answer.fallback()).isEqualTo(Fallback.NO_HISTORY);
        assertThat(answer.degraded()).isFalse();
        assertThat(answer.items()).isNotEmpty().allSatisfy(item -> assertThat(item.reasons())
                .isNotEmpty());
    }

    @Test
    void with_the_profiles_away_there_is_still_a_list_marked_degraded() {
        finished("chest");
        workshop.storeIsAway = true;

        Recommendations answer = ask(Algorithm.HYBRID);

        assertThat(answer.fallback()).isEqualTo(Fallback.PROFILE_UNAVAILABLE);
        assertThat(answer.degraded()).isTrue();
        assertThat(answer.items()).isNotEmpty();
    }

    @Test
    void a_list_for_somebody_who_allows_it_leaves_a_trail_though_nothing_is_known_yet() {
        SubjectId clara = new SubjectId(new UUID(0, 3));
        workshop.allows(clara);

        Recommendations answer =
                recommender().handle(question(clara, Algorithm.HYBRID, Pool.EVERYTHING, Locale.ENGLISH));

        assertThat(answer.fallback()).isEqualTo(Fallback.NO_HISTORY);
        assertThat(answer.leavesTrail()).isTrue();
        assertThat(answer.served().items()).hasSameSizeAs(answer.items()).isNotEmpty();
    }

    @Test
    void a_remembered_profile_is_degraded_but_personal() {
        finished("chest");
        workshop.remembers = true;

        Recommendations answer = ask(Algorithm.HYBRID);

        assertThat(answer.degraded()).isTrue();
        assertThat(answer.fallback()).isNull();
        assertThat(answer.leavesTrail()).isTrue();
    }

    @Test
    void the_trail_holds_the_same_items_scores_and_parts_as_the_answer() {
        finished("chest", "stool");

        Recommendations answer = ask(Algorithm.HYBRID);
        RecommendationQueries again = recommender();
        ExplanationQueries trails = new ExplanationQueries(
                (subject, recommendation) -> Optional.of(answer.served()), new Wording(workshop));

        assertThat(answer.position()).isEqualTo(new LogPosition(3));
        assertThat(again.handle(question(ANNA, Algorithm.HYBRID, Pool.EVERYTHING, Locale.ENGLISH)))
                .isEqualTo(answer);
        assertThat(trails.handle(new FindExplanation(ANNA, answer.id(), Locale.ENGLISH)))
                .hasValueSatisfying(told -> {
                    assertThat(told.items()).isEqualTo(answer.items());
                    assertThat(told.context()).isEqualTo("home");
                });
        assertThat(trails.handle(new FindExplanation(BEN, answer.id(), Locale.ENGLISH)))
                .isEmpty();
    }

    @Test
    void reasons_speak_the_readers_language_and_english_where_there_is_none() {
        finished("chest", "stool");

        assertThat(firstReason(Locale.GERMANY)).startsWith("Weil du zwei Videos zu „");
        assertThat(firstReason(Locale.FRANCE)).startsWith("Because you finished two ");
    }

    private String firstReason(Locale language) {
        return ask(Algorithm.CONTENT, Pool.EVERYTHING, language)
                .items()
                .getFirst()
                .reasons()
                .getFirst()
                .text();
    }

    private void finished(String... videos) {
        for (int i = 0; i < videos.length; i++) {
            workshop.hears(ANNA, InteractionKind.VIEW, videos[i], NOW.minusSeconds(60L * (i + 1)));
        }
    }

    private Recommendations ask(Algorithm algorithm) {
        return ask(algorithm, Pool.EVERYTHING, Locale.ENGLISH);
    }

    private Recommendations ask(Algorithm algorithm, Pool pool, Locale language) {
        return recommender().handle(question(ANNA, algorithm, pool, language));
    }

    private RecommendationQueries recommender() {
        return new RecommendationQueries(
                workshop, workshop, new Shelves(workshop, workshop, workshop), new Wording(workshop));
    }

    private static FindRecommendations question(SubjectId who, Algorithm algorithm, Pool pool, Locale language) {
        return new FindRecommendations(
                new RecommendationId(new UUID(7, 7)),
                who,
                algorithm,
                10,
                pool,
                ListTerms.NOTHING,
                "home",
                language,
                NOW);
    }

    private static List<String> offered(Recommendations answer) {
        return answer.items().stream().map(item -> item.contentId().value()).toList();
    }

    private static ContentId id(String content) {
        return new ContentId(content);
    }
}
