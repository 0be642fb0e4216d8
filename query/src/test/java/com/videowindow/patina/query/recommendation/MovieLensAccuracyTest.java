package com.videowindow.patina.query.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.learning.preference.Interest;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.preference.Seen;
import com.videowindow.patina.query.recommendation.HeldOut.Quality;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On real people: the last fifth of their likes is held out and looked for in their lists. */
class MovieLensAccuracyTest {
    private static HeldOut held = HeldOut.NOBODY;

    @BeforeAll
    static void read() {
        assumeThat(Files.isDirectory(MovieLens.folder()))
                .as("the MovieLens set is not at %s: set -Dpatina.data.dir", MovieLens.folder())
                .isTrue();
        held = new HeldOut(MovieLens.read());
    }

    @Test
    void hybrid_finds_much_more_of_what_people_went_on_to_like_than_popularity() {
        Quality popularity = held.popularity();
        Quality hybrid = held.quality(held.shelf, Tuning.of(Algorithm.HYBRID, true));
        Quality untrained = held.quality(held.untrained, Tuning.of(Algorithm.HYBRID, false));
        System.out.printf(
                "popularity %s%nwithout a model %s%nhybrid %s of %d people%n",
                popularity, untrained, hybrid, held.hidden.size());

        assertThat(untrained.ndcg()).isGreaterThan(1.3 * popularity.ndcg());
        assertThat(hybrid.ndcg()).isGreaterThan(1.1 * untrained.ndcg());
        assertThat(hybrid.recall()).isGreaterThan(1.1 * untrained.recall());
    }

    @Test
    void person_414_has_the_interests_of_a_lover_of_serious_film() {
        ProfileState state = held.profiles.getOrDefault(414, ProfileState.EMPTY);
        List<Facet> interests = held.model.interests(state, HeldOut.NOW).stream()
                .map(Interest::facet)
                .toList();

        assertThat(interests.subList(0, 6))
                .containsAnyOf(Facet.parse("category:Drama"), Facet.parse("category:Documentary"));
        assertThat(interests.indexOf(Facet.parse("category:Drama")))
                .isLessThan(interests.indexOf(Facet.parse("category:Horror")));
        assertThat((double) state.hits() / state.predictions()).isGreaterThan(0.6);
    }

    @Test
    void every_reason_of_person_414_rests_on_films_they_liked() {
        ProfileState state = held.profiles.getOrDefault(414, ProfileState.EMPTY);

        assertThat(held.listFor(414, Tuning.of(Algorithm.HYBRID, true)))
                .hasSize(10)
                .allSatisfy(
                        item -> assertThat(item.reasons()).isNotEmpty().allSatisfy(reason -> assertThat(state.seen())
                                .filteredOn(seen -> seen.liking() >= 0.5)
                                .extracting(Seen::content)
                                .containsAll(reason.because())));
    }
}
