package com.videowindow.patina.learning.preference;

/** Evidence for and against, in likes, as of one moment. */
record Sums(double positive, double negative) {
    private static final double PRIOR = 1;
    private static final double SURE_AFTER = 3;

    /** 0 to 1 before it is bounded: the mean of the Beta posterior. */
    double mean() {
        return (positive + PRIOR) / (positive + negative + 2 * PRIOR);
    }

    double score() {
        double mean = mean();
        return mean <= 0.5 ? mean : 0.5 + (mean - 0.5) * (Posterior.LEARNED_CEILING - 0.5) / 0.5;
    }

    double confidence() {
        double deeds = positive + negative;
        return deeds / (deeds + SURE_AFTER);
    }
}
