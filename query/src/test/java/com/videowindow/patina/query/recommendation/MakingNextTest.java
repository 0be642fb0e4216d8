package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Video.video;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.domain.interest.StatedInterest;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.learning.preference.Makeable;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whether the ranker and its reasons know what somebody could make next. */
class MakingNextTest {
    private static final PreferenceModel MODEL = new PreferenceModel();
    private static final Facet DOVETAIL = Facet.parse("technique:dovetail");

    private static ProfileState stating(SkillLevel skill) {
        Preferences stated = new Preferences(List.of(new StatedInterest(DOVETAIL, 1)), List.of(), List.of(), skill);
        ProfileState none = ProfileState.EMPTY;
        return new ProfileState(
                Instant.EPOCH,
                none.facets(),
                stated,
                1,
                Instant.EPOCH,
                none.seen(),
                none.dismissed(),
                none.recent(),
                none.following(),
                0,
                0,
                none.lately(),
                none.practised());
    }

    private static List<ServedItem> listed(ProfileState state) {
        CatalogSnapshot catalog = CatalogSnapshot.of(List.of(
                video("easy", "woodwork", "dovetail").level(SkillLevel.BEGINNER).content(),
                video("harder", "woodwork", "dovetail").level(SkillLevel.EXPERT).content(),
                video("soap", "home", "soap making").content()));
        ListMaking.Wanted wanted = new ListMaking.Wanted(
                new RecommendationId(new UUID(1, 2)),
                Tuning.of(Algorithm.CONTENT, false),
                true,
                Pool.EVERYTHING,
                ListTerms.NOTHING,
                2,
                Instant.parse("2026-01-01T00:00:00Z"));
        ListMaking making = new ListMaking(new Shelf(catalog, Crowd.Learned.NOTHING, null), wanted, state);
        return making.best(making.eligible());
    }

    @Test
    void one_step_up_is_best_and_far_above_and_far_below_are_bad() {
        Makeable makeable = MODEL.makeable(stating(SkillLevel.INTERMEDIATE));

        assertThat(makeable.step(2)).isGreaterThan(makeable.step(1));
        assertThat(makeable.step(1)).isGreaterThan(makeable.step(0));
        assertThat(makeable.step(3)).isLessThan(makeable.step(1));
        assertThat(makeable.isStepUp(2)).isTrue();
        assertThat(makeable.isAtTheirLevel(1)).isTrue();
    }

    @Test
    void of_whom_nothing_is_known_nothing_is_said() {
        assertThat(MODEL.makeable(ProfileState.EMPTY).of(2, List.of(DOVETAIL))).isZero();
    }

    @Test
    void a_step_up_stands_above_the_same_at_a_level_far_below_and_is_a_reason() {
        List<ServedItem> items = listed(stating(SkillLevel.ADVANCED));

        assertThat(items).extracting(item -> item.content().value()).containsExactly("harder", "easy");
        assertThat(items.getFirst().contributions())
                .extracting(Contribution::name)
                .contains("makeable");
        assertThat(items.getFirst().contributions().stream()
                        .mapToDouble(Contribution::value)
                        .sum())
                .isCloseTo(items.getFirst().score(), within(1e-9));
        assertThat(items.getFirst().reasons())
                .extracting(reason -> reason.kind())
                .contains(ReasonKind.STEP_UP);
    }
}
