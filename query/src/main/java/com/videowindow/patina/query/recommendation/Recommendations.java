package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.Fallback;
import com.videowindow.patina.domain.recommendation.NearestAnswer;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.Rung;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ranked list with its reasons.
 *
 * @param served the list as data, without words; to be recorded as its trail where it {@link #leavesTrail}
 * @param degraded a part of the system is away; the list is the best that memory gives
 * @param items what was ranked, in words
 * @param empty why there are none, when there are none
 */
public record Recommendations(
        RecommendationsServed served,
        boolean degraded,
        List<Item> items,
        @Nullable Emptiness empty) {

    /** One item with its score; the contributions add up to it. */
    public record Item(
            ContentId contentId,
            String title,
            int rank,
            double score,
            List<Contribution> contributions,
            List<WordedReason> reasons) {}

    public RecommendationId id() {
        return served.id();
    }

    /** How much of the log the profile behind it had seen. */
    public LogPosition position() {
        return served.asOf();
    }

    /** Of what everybody together teaches: the trained one where there is one in force. */
    public ModelVersion model() {
        ModelVersion trained = served.inputs().model();
        return trained == null ? served.model() : trained;
    }

    public Algorithm algorithm() {
        return served.algorithm();
    }

    /** Why it is not personal, when it is not. */
    public @Nullable Fallback fallback() {
        return served.fallback();
    }

    public Rung rung() {
        return Objects.requireNonNull(served.inputs().rung());
    }

    /** How many candidates were looked at before time was up; null where all were. */
    public @Nullable Integer lookedAt() {
        return served.inputs().looked();
    }

    /** What became of asking an index of the model's factors what is near; null where none was asked. */
    public @Nullable NearestAnswer nearest() {
        return SessionList.nearest(served.inputs().neighbours());
    }

    /** Whether the person allows that it is known which list they got; about others nothing is recorded. */
    public boolean leavesTrail() {
        return !served.consents().isEmpty();
    }

    /** The same items, for somebody about whom nothing can be known now. */
    public Recommendations degradedBy(Fallback why) {
        RecommendationsServed other = new RecommendationsServed(
                served.id(),
                served.subject(),
                served.algorithm(),
                served.model(),
                served.asOf(),
                List.of(),
                why,
                served.surface(),
                served.inputs(),
                served.items(),
                served.at());
        return new Recommendations(other, true, items, empty);
    }
}
