package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Video.video;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.query.Workshop;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SimilarTest {
    private final Workshop workshop = new Workshop()
            .shows(
                    video("chest", "woodwork", "dovetail").content(),
                    video("stool", "woodwork", "dovetail").content(),
                    video("spoon", "woodwork", "carving").content(),
                    video("soap", "home", "cold-process").content(),
                    video("candle", "home", "pouring").content(),
                    video("later", "woodwork", "dovetail")
                            .published(NOW.plusSeconds(60))
                            .content());

    private SimilarContent similarTo(String content) {
        return new SimilarQueries(new Shelves(workshop, workshop, workshop))
                .handle(new FindSimilar(new ContentId(content), 3, NOW))
                .orElseThrow();
    }

    private static List<String> ids(SimilarContent similar) {
        return similar.items().stream().map(item -> item.contentId().value()).toList();
    }

    private void theSamePeopleLike(String... contents) {
        for (int person = 0; person < 30; person++) {
            SubjectId who = new SubjectId(new UUID(7, person));
            workshop.allows(who);
            for (String content : contents) {
                workshop.hears(who, InteractionKind.LIKE, content, NOW.minusSeconds(100 + person));
            }
        }
    }

    @Test
    void what_has_most_in_common_comes_first_and_what_has_nothing_is_not_named() {
        SimilarContent similar = similarTo("chest");

        assertThat(ids(similar)).containsExactly("stool", "spoon");
        assertThat(similar.items().getFirst().shared()).hasSize(2);
    }

    @Test
    void what_the_same_people_like_is_like_it_too_by_the_crowd_and_by_a_model() {
        theSamePeopleLike("chest", "soap");
        assertThat(ids(similarTo("chest"))).contains("soap");

        workshop.trains();
        SimilarContent similar = similarTo("chest");
        assertThat(similar.model().value()).startsWith("recommender");
        assertThat(ids(similar).getFirst()).isEqualTo("soap");
        assertThat(similar.items()).allSatisfy(item -> {
            double sum = item.contributions().stream()
                    .mapToDouble(Contribution::value)
                    .sum();
            assertThat(item.score()).isCloseTo(sum, within(1e-12)).isBetween(0.0, 1.0);
        });
    }

    @Test
    void of_what_is_not_shown_nothing_is_told() {
        assertThat(new SimilarQueries(new Shelves(workshop, workshop, workshop))
                        .handle(new FindSimilar(new ContentId("nothing"), 3, NOW)))
                .isEmpty();
    }
}
