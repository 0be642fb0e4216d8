package com.videowindow.patina.learning.offpolicy;

/**
 * One thing that was shown, and what came of it.
 *
 * @param propensity with which it was shown, above 0, at most 1
 * @param target probability with which the policy in question would have shown it, 0 to 1
 * @param reward what came of it
 * @param foretold reward, by any model; 0 where there is none
 * @param foretoldOfTarget reward of what the policy in question would have shown: by the same model, over all that it might show
 */
public record Logged(double propensity, double target, double reward, double foretold, double foretoldOfTarget) {
    public Logged {
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException("propensity must be above 0 and at most 1: " + propensity);
        }
        if (!(target >= 0 && target <= 1)) {
            throw new IllegalArgumentException("a probability is from 0 to 1: " + target);
        }
    }

    /** Without a model. */
    public Logged(double propensity, double target, double reward) {
        this(propensity, target, reward, 0, 0);
    }

    /** How many of what the policy in question would have shown this one stands for. */
    double weight(double atMost) {
        return Math.min(atMost, target / propensity);
    }
}
