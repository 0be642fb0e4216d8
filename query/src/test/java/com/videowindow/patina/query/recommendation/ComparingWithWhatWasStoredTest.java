package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Workshop.ANNA;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.RankingInputs;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Basis;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Difference;
import com.videowindow.patina.query.recommendation.RecommendationAudit.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is called a difference, what cannot be told, and which of several is named. */
class ComparingWithWhatWasStoredTest {
    private static final Set<Basis> ALL = Set.of(Basis.values());
    private static final ServedItem CHEST = item("chest", 1, 0.3, 0.1, 0.02);
    private static final ServedItem STOOL = item("stool", 2, 0.2, 0.1, 0.01);

    private static ServedItem item(String content, int rank, double interest, double trending, double freshness) {
        List<Contribution> parts = List.of(
                new Contribution("interest", interest),
                new Contribution("trending", trending),
                new Contribution("freshness", freshness));
        return new ServedItem(
                new ContentId(content),
                rank,
                Math.round((interest + trending + freshness) * 1e6) / 1e6,
                parts,
                List.of());
    }

    private static Comparison compared(Set<Basis> lost, List<ServedItem> stored, List<ServedItem> again) {
        RecommendationsServed list = new RecommendationsServed(
                new RecommendationId(new UUID(1, 2)),
                ANNA,
                Algorithm.HYBRID,
                new ModelVersion("cooccurrence@1"),
                LogPosition.START,
                List.of(Purpose.PERSONALIZATION),
                null,
                null,
                new RankingInputs(
                        Tuning.NON_PERSONAL,
                        2,
                        List.of(),
                        List.of(),
                        LogPosition.START,
                        LogPosition.START,
                        LogPosition.START,
                        null,
                        2,
                        null),
                stored,
                NOW);
        Comparison comparison = new Comparison(lost);
        Map<ContentId, ServedItem> byContent =
                again.stream().collect(Collectors.toMap(ServedItem::content, Function.identity()));
        comparison.take(list, byContent, again, content -> false);
        return comparison;
    }

    @Test
    void what_is_equal_matches_whatever_was_lost() {
        assertThat(compared(ALL, List.of(CHEST, STOOL), List.of(CHEST, STOOL)).verdict())
                .isEqualTo(Verdict.MATCHES);
    }

    @Test
    void what_rests_on_the_crowd_cannot_be_told_only_where_some_of_it_left() {
        List<ServedItem> again = List.of(CHEST, item("stool", 2, 0.2, 0.09, 0.01));

        Comparison whole = compared(Set.of(Basis.PROFILE), List.of(CHEST, STOOL), again);
        assertThat(whole.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(whole.first()).isEqualTo(new Difference("items[1].parts.trending", "0.1", "0.09"));
        assertThat(whole.items().getFirst().verdict()).isEqualTo(Verdict.MATCHES);

        assertThat(compared(Set.of(Basis.CROWD), List.of(CHEST, STOOL), again).verdict())
                .isEqualTo(Verdict.CANNOT_BE_TOLD);
    }

    @Test
    void what_rests_on_nothing_that_was_lost_differs_and_is_named_first() {
        List<ServedItem> again = List.of(item("chest", 1, 0.25, 0.1, 0.02), item("stool", 2, 0.2, 0.1, 0.03));

        Comparison comparison = compared(ALL, List.of(CHEST, STOOL), again);
        assertThat(comparison.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(comparison.first()).isEqualTo(new Difference("items[1].parts.freshness", "0.01", "0.03"));
        assertThat(comparison.items().getFirst().verdict()).isEqualTo(Verdict.CANNOT_BE_TOLD);
    }

    @Test
    void a_score_that_is_not_the_sum_of_its_parts_was_altered_in_any_case() {
        ServedItem raised =
                new ServedItem(STOOL.content(), 2, STOOL.score() + 0.1, STOOL.contributions(), STOOL.reasons());

        Comparison comparison = compared(ALL, List.of(CHEST, raised), List.of(CHEST, STOOL));
        assertThat(comparison.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(comparison.items().get(1).verdict()).isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void a_propensity_that_was_altered_is_a_difference_and_one_that_was_never_kept_is_none() {
        List<ServedItem> again = List.of(CHEST.with(0.5), STOOL.with(0.25));

        Comparison altered = compared(Set.of(), List.of(CHEST.with(0.5), STOOL.with(0.75)), again);
        assertThat(altered.first()).isEqualTo(new Difference("items[1].propensity", "0.75", "0.25"));
        assertThat(altered.items().get(1).propensity()).isEqualTo(0.75);
        assertThat(compared(Set.of(), List.of(CHEST, STOOL), again).verdict()).isEqualTo(Verdict.MATCHES);
    }

    @Test
    void content_that_was_not_shown_then_and_another_order_are_differences() {
        Comparison stranger = compared(ALL, List.of(CHEST, STOOL), List.of(CHEST));
        assertThat(stranger.first())
                .isEqualTo(new Difference("items[1].contentId", "stool", "not in the catalogue then"));
        assertThat(stranger.items().get(1).recomputed()).isNull();

        Comparison order = compared(Set.of(), List.of(CHEST, STOOL), List.of(STOOL, CHEST));
        assertThat(order.first()).isEqualTo(new Difference("items", "[chest, stool]", "[stool, chest]"));
    }
}
