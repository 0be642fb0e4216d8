package com.videowindow.patina.learning.offpolicy;

/**
 * What a policy is worth for each thing shown.
 *
 * @param standardError of the value
 * @param effective how many things, shown by that policy itself, would tell as much (Kish 1965)
 */
public record Estimate(double value, double standardError, double effective) {
    private static final double NORMAL_AT_95 = 1.959964;

    /** Lower bound at 95 %, by the normal distribution; too sure where few things are effective. */
    public double low() {
        return value - NORMAL_AT_95 * standardError;
    }

    /** Upper bound at 95 %. */
    public double high() {
        return value + NORMAL_AT_95 * standardError;
    }

    public boolean covers(double truth) {
        return low() <= truth && truth <= high();
    }
}
