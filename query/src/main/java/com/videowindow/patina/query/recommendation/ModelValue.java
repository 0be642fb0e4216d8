package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.learning.offpolicy.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What a model would have been worth: likes for each place of a list, estimated from lists that others served.
 *
 * @param places of which it is known how likely they came about, and what came of them
 * @param served likes for each place as it was
 * @param effective how many places that the model itself had served would tell as much
 * @param ips by inverse propensities; absent where there is too little to estimate from
 * @param snips self-normalised
 * @param doublyRobust with how well each place did as the model of rewards
 */
public record ModelValue(
        ModelVersion model,
        int people,
        int lists,
        int places,
        double served,
        double effective,
        @Nullable Interval ips,
        @Nullable Interval snips,
        @Nullable Interval doublyRobust,
        Verdict verdict) {

    /** At 95 %. */
    public record Interval(double value, double low, double high) {
        static Interval of(Estimate estimate) {
            return new Interval(estimate.value(), estimate.low(), estimate.high());
        }
    }

    /** What may be claimed by it. */
    public enum Verdict {
        BETTER,
        WORSE,
        /** What was served is within the interval. */
        NO_DIFFERENCE,
        /** Fewer than {@value ValueQueries#ENOUGH} effective places: nothing is claimed. */
        TOO_LITTLE
    }
}
