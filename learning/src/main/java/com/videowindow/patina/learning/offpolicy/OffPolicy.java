package com.videowindow.patina.learning.offpolicy;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Estimators of what a policy is worth, from what another one showed with known propensities.
 *
 * <p>Idea: what was shown counts as often as the policy in question would have shown it, {@code w = target / propensity}.
 *
 * <ul>
 *   <li>{@link #ips}: {@code mean(w r)}. Right in the mean wherever the logging policy could show whatever the other would;
 *       swings where weights are large.
 *   <li>{@link #snips}: {@code sum(w r) / sum(w)}. A little wrong in the mean, which vanishes with the number of things; never
 *       beyond the rewards, and mostly steadier.
 *   <li>{@link #doublyRobust}: {@code mean(m + w (r - q))}, a model's opinion m of what would be shown, mended by how wrong its q
 *       was of what was. Right where the propensities or the model are, and the steadier the better the model.
 * </ul>
 *
 * <p>Weights may be clipped, which makes them steadier and wrong. Of a list each place is a thing of its own: what its
 * neighbours do to it is not seen.
 *
 * <p>References: Horvitz and Thompson (1952); Swaminathan and Joachims, The self-normalized estimator for counterfactual
 * learning (2015); Dudík, Langford and Li, Doubly robust policy evaluation and learning (2011). The error of the
 * self-normalised one is by the delta method (Owen, Monte Carlo theory, 2013, chapter 9).
 */
public final class OffPolicy {
    private final double clip;

    private OffPolicy(double clip) {
        this.clip = clip;
    }

    /** Without clipping. */
    public static OffPolicy unclipped() {
        return new OffPolicy(Double.POSITIVE_INFINITY);
    }

    /** @param most that one thing may stand for, from 1 */
    public static OffPolicy clippedAt(double most) {
        if (!(most >= 1)) {
            throw new IllegalArgumentException("a weight is clipped at 1 or more: " + most);
        }
        return new OffPolicy(most);
    }

    public Estimate ips(List<Logged> log) {
        return mean(log, one -> one.weight(clip) * one.reward());
    }

    public Estimate doublyRobust(List<Logged> log) {
        return mean(log, one -> one.foretoldOfTarget() + one.weight(clip) * (one.reward() - one.foretold()));
    }

    public Estimate snips(List<Logged> log) {
        double weights = sum(log, one -> one.weight(clip));
        if (weights == 0) {
            throw new IllegalArgumentException("nothing that was shown would be shown by the policy in question");
        }
        double value = sum(log, one -> one.weight(clip) * one.reward()) / weights;
        double squares = sum(log, one -> square(one.weight(clip) * (one.reward() - value)));
        return new Estimate(value, Math.sqrt(squares) / weights, effective(log));
    }

    private Estimate mean(List<Logged> log, ToDoubleFunction<Logged> of) {
        if (log.size() < 2) {
            throw new IllegalArgumentException("of fewer than two things nothing is told");
        }
        double mean = sum(log, of) / log.size();
        double variance = sum(log, one -> square(of.applyAsDouble(one) - mean)) / (log.size() - 1);
        return new Estimate(mean, Math.sqrt(variance / log.size()), effective(log));
    }

    private double effective(List<Logged> log) {
        double squares = sum(log, one -> square(one.weight(clip)));
        return squares == 0 ? 0 : square(sum(log, one -> one.weight(clip))) / squares;
    }

    private static double sum(List<Logged> log, ToDoubleFunction<Logged> of) {
        return log.stream().mapToDouble(of).sum();
    }

    private static double square(double value) {
        return value * value;
    }
}
