package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Video.video;
import static com.videowindow.patina.query.Workshop.ANNA;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.Filter;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.Occasion;
import com.videowindow.patina.domain.recommendation.Surface;
import com.videowindow.patina.query.Workshop;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists that were asked to be without something, to have something, or for a place of their own. */
class AskedListsTest {
    private final Workshop workshop = new Workshop()
            .shows(
                    video("chest", "woodwork", "dovetail").by("mara").content(),
                    video("stool", "woodwork", "dovetail").by("mara").content(),
                    video("bowl", "woodwork", "turning")
                            .by("jon")
                            .level(SkillLevel.BEGINNER)
                            .content(),
                    video("spoon", "woodwork", "carving")
                            .lasting(Duration.ofMinutes(12))
                            .content(),
                    video("soap", "home", "pouring").in("de-AT").content(),
                    video("candle", "home", "pouring")
                            .lasting(Duration.ofMinutes(40))
                            .in("en")
                            .content())
            .sells("gouge", video("gouge", "woodwork", "turning"))
            .allows(ANNA);

    private static ContentId id(String content) {
        return new ContentId(content);
    }

    private Recommendations ask(Algorithm algorithm, ListTerms asked) {
        return new Asking(workshop, ANNA, algorithm).list(7, 10, asked, NOW);
    }

    private List<String> offered(ListTerms asked) {
        return ids(ask(Algorithm.HYBRID, asked));
    }

    private static List<String> ids(Recommendations list) {
        return list.items().stream().map(item -> item.contentId().value()).toList();
    }

    private List<String> passing(@Nullable String language, @Nullable Duration longest, String... facets) {
        List<Facet> wanted = Stream.of(facets).map(Facet::parse).toList();
        return offered(new ListTerms(List.of(), new Filter(wanted, language, longest), null, null));
    }

    private Recommendations about(@Nullable String watched, @Nullable String product) {
        return ask(
                Algorithm.HYBRID,
                new ListTerms(
                        List.of(),
                        Filter.NONE,
                        new Occasion(
                                watched == null ? null : id(watched), product == null ? null : new ProductId(product)),
                        null));
    }

    @Test
    void what_is_excluded_is_not_offered_and_the_list_says_what_it_was_asked_to_be() {
        ListTerms asked =
                new ListTerms(List.of(id("chest"), id("soap"), id("never-heard-of")), Filter.NONE, null, null);

        Recommendations list = ask(Algorithm.HYBRID, asked);

        assertThat(ids(list)).containsExactlyInAnyOrder("stool", "bowl", "spoon", "candle");
        assertThat(list.served().inputs().whatElse()).isEqualTo(asked);
        assertThat(list.served().inputs().eligible()).isEqualTo(4);
        assertThat(list.served().restsOn()).contains(id("chest"));
    }

    @Test
    void facets_of_one_kind_are_alternatives_and_of_each_kind_one_is_needed() {
        assertThat(passing(null, null, "technique:dovetail", "technique:turning"))
                .containsExactlyInAnyOrder("chest", "stool", "bowl");
        assertThat(passing(null, null, "technique:dovetail", "technique:turning", "creator:jon"))
                .containsExactly("bowl");
        assertThat(passing(null, null, "category:woodwork", "skill:beginner")).containsExactly("bowl");
        assertThat(passing(null, null, "technique:dovetail", "category:home")).isEmpty();
        assertThat(passing(null, null, "material:unheard-of")).isEmpty();
    }

    @Test
    void what_names_no_language_passes_any_and_what_has_no_duration_passes_none() {
        assertThat(passing("de", null)).contains("soap", "chest").doesNotContain("candle");
        assertThat(passing(null, Duration.ofMinutes(20))).containsExactly("spoon");
        assertThat(passing("en", Duration.ofMinutes(40))).containsExactlyInAnyOrder("spoon", "candle");
    }

    @Test
    void a_list_that_nothing_passes_says_so() {
        ListTerms asked =
                new ListTerms(List.of(), new Filter(List.of(Facet.parse("technique:x")), null, null), null, null);
        assertThat(ask(Algorithm.HYBRID, asked).empty()).isEqualTo(Emptiness.NOTHING_IN_POOL);

        List<ContentId> all = Stream.of("chest", "stool", "bowl", "spoon", "soap", "candle")
                .map(AskedListsTest::id)
                .toList();
        assertThat(ask(Algorithm.HYBRID, new ListTerms(all, Filter.NONE, null, null))
                        .empty())
                .isEqualTo(Emptiness.NOTHING_LEFT);
    }

    @Test
    void behind_something_watched_comes_what_goes_on_from_it_and_not_that_itself() {
        Recommendations list = about("chest", null);

        assertThat(ids(list).getFirst()).isEqualTo("stool");
        assertThat(ids(list)).doesNotContain("chest");
        Recommendations.Item first = list.items().getFirst();
        assertThat(first.contributions())
                .filteredOn(part -> part.name().equals("related"))
                .singleElement()
                .satisfies(part -> assertThat(part.value()).isBetween(0.0, 0.8));
        assertThat(first.reasons().getFirst().text()).isEqualTo("Goes on from “Chest”");
        assertThat(first.score())
                .isEqualTo(first.contributions().stream()
                        .mapToDouble(Contribution::value)
                        .sum());
        assertThat(list.served().inputs().weights().related()).isEqualTo(0.8);
    }

    @Test
    void what_the_same_people_like_goes_on_too() {
        for (int person = 0; person < 30; person++) {
            SubjectId who = new SubjectId(new UUID(7, person));
            workshop.allows(who)
                    .hears(who, InteractionKind.LIKE, "chest", NOW.minusSeconds(100))
                    .hears(who, InteractionKind.LIKE, "soap", NOW.minusSeconds(90));
        }
        assertThat(ids(about("chest", null)).getFirst()).isEqualTo("soap");
        workshop.trains();
        assertThat(ids(about("chest", null)).getFirst()).isEqualTo("soap");
    }

    @Test
    void beside_a_product_comes_what_is_made_with_it() {
        Recommendations.Item first = about(null, "gouge").items().getFirst();

        assertThat(first.contentId()).isEqualTo(id("bowl"));
        assertThat(first.reasons().getFirst().kind()).isEqualTo("goes-with");
        assertThat(about(null, "unheard-of").items().getFirst().contributions())
                .extracting(Contribution::name)
                .doesNotContain("related");
    }

    @Test
    void the_parameters_tell_what_the_place_may_weigh_in_each_kind_of_place() {
        ParameterQueries parameters =
                new ParameterQueries(new Wording(workshop), new Shelves(workshop, workshop, workshop));

        assertThat(most(parameters, Surface.FEED)).isZero();
        assertThat(most(parameters, Surface.AFTER_WATCH)).isEqualTo(0.8);
        assertThat(most(parameters, Surface.PRODUCT)).isEqualTo(1.6);
        assertThat(parameters
                        .handle(new FindParameters(Surface.PRODUCT, Locale.ENGLISH))
                        .withoutProfiling())
                .containsEntry("related", 1.6);
    }

    private static double most(ParameterQueries parameters, Surface surface) {
        return parameters.handle(new FindParameters(surface, Locale.ENGLISH)).parameters().stream()
                .filter(parameter -> parameter.name().equals("related"))
                .peek(parameter -> assertThat(parameter.profiling()).isFalse())
                .flatMap(parameter -> parameter.most().values().stream())
                .distinct()
                .reduce((one, other) -> Double.NaN)
                .orElseThrow();
    }
}
