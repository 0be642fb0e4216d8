package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Workshop.ANNA;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.query.Video;
import com.videowindow.patina.query.Workshop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which list a deed belongs to, and whether it counts. */
class OutcomesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Workshop workshop = workshop();

    private static Workshop workshop() {
        Workshop workshop = new Workshop().allows(ANNA);
        for (int i = 0; i < 4; i++) {
            workshop.shows(Video.video("v" + i, "c", "t")
                    .published(NOW.minusSeconds(1))
                    .content());
        }
        return workshop.hears(ANNA, InteractionKind.LIKE, "v3");
    }

    private RecommendationsServed list(long id, Instant at) {
        return new Asking(workshop, ANNA, Algorithm.HYBRID)
                .list(id, 3, ListTerms.NOTHING, at)
                .served();
    }

    private static InteractionRecorded likes(ContentId content, Instant at, @Nullable RecommendationsServed because) {
        return new InteractionRecorded(
                ANNA,
                new MessageId("m-" + at),
                null,
                InteractionKind.LIKE,
                content,
                Facets.NONE,
                Engagement.NONE,
                because == null
                        ? InteractionContext.NONE
                        : new InteractionContext(because.id(), null, null, null, null, null, null),
                null,
                at,
                at);
    }

    private final RecommendationsServed first = list(1, NOW);
    private final RecommendationsServed second = list(2, NOW.plusSeconds(60));
    private final ServedItem item = first.items().getFirst();
    private final Outcomes outcomes = new Outcomes(List.of(first, second), HOUR);

    @Test
    void belongs_to_the_list_that_its_client_names() {
        outcomes.hear(likes(item.content(), NOW.plusSeconds(120), first));

        assertThat(outcomes.of(first, item)).isEqualTo(1);
        assertThat(outcomes.of(second, item)).isZero();
    }

    @Test
    void belongs_to_the_latest_list_that_showed_it_where_none_is_named() {
        outcomes.hear(likes(item.content(), NOW.plusSeconds(120), null));

        assertThat(outcomes.of(first, item)).isZero();
        assertThat(outcomes.of(second, item)).isEqualTo(1);
    }

    @Test
    void counts_neither_before_the_list_nor_after_the_window() {
        outcomes.hear(likes(item.content(), NOW.minusSeconds(1), null));
        outcomes.hear(likes(item.content(), NOW.plus(HOUR).plusSeconds(61), null));
        outcomes.hear(likes(new ContentId("v3"), NOW.plusSeconds(120), null));

        assertThat(outcomes.of(first, item) + outcomes.of(second, item)).isZero();
    }
}
