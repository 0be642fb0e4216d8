package com.videowindow.patina.learning.ranking;

/**
 * What the rest of a list makes of a score, in millionths: all of it only falls as the list grows.
 *
 * <ul>
 *   <li>Diversity takes away for likeness (Jaccard over the facets) to what stands above: maximal marginal relevance.
 *   <li>Creator takes away for each work of the same creator that stands above: half of its weight for the first, and half of what is left
 *       for each more.
 *   <li>Calibration adds for what the list has too little of, by what somebody likes: {@link Mix}.
 * </ul>
 *
 * <p>References: Carbonell and Goldstein, The use of MMR (1998); Singh and Joachims, Fairness of exposure in rankings (2018).
 */
public final class Terms {
    private static final double MILLION = 1e6;

    private final Works works;
    private final Mix mix;
    private final double diversity;
    private final double creator;
    private final double calibration;

    public Terms(Works works, Mix mix, double diversity, double creator, double calibration) {
        this.works = works;
        this.mix = mix;
        this.diversity = diversity;
        this.creator = creator;
        this.calibration = calibration;
    }

    Works works() {
        return works;
    }

    double likeness(int one, int other) {
        return diversity == 0 ? 0 : Likeness.of(works.facetsOf(one), works.facetsOf(other));
    }

    /** @param likest to anything above */
    long diversity(double likest) {
        return -Math.round(diversity * likest * MILLION);
    }

    long creator(int work, Above above) {
        return creator == 0
                ? 0
                : -Math.round(creator * (1 - StrictMath.pow(0.5, above.ofCreator(works.creatorOf(work)))) * MILLION);
    }

    long calibration(int work, Above above) {
        int category = works.categoryOf(work);
        return Math.round(calibration(category, above.ofCategory(category)) * MILLION);
    }

    /** The most that calibration can add, where nothing stands above. */
    public double calibration(int work) {
        return calibration(works.categoryOf(work), 0);
    }

    private double calibration(int category, int above) {
        return calibration == 0 || category < 0 ? 0 : calibration * mix.gain(category, above);
    }
}
