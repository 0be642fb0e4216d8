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

    double likeness(int one, int other) {
        return diversity == 0 ? 0 : Likeness.of(works.facetsOf(one), works.facetsOf(other));
    }

    /** @param likest to anything above */
    long diversity(double likest) {
        return -Math.round(diversity * likest * MILLION);
    }

    boolean haveCreator(int one, int other) {
        int by = works.creatorOf(one);
        return by >= 0 && by == works.creatorOf(other);
    }

    boolean haveCategory(int one, int other) {
        int in = works.categoryOf(one);
        return in >= 0 && in == works.categoryOf(other);
    }

    /** @param above of the same creator */
    long creator(int above) {
        return above == 0 ? 0 : -Math.round(creator * (1 - Math.scalb(1.0, -above)) * MILLION);
    }

    /** @param above of the same category */
    long calibration(int work, int above) {
        return Math.round(inCategory(works.categoryOf(work), above) * MILLION);
    }

    /** The most that calibration can add, where nothing stands above. */
    public double calibration(int work) {
        return calibrationIn(works.categoryOf(work));
    }

    /** The same for all of a category. */
    public double calibrationIn(int category) {
        return inCategory(category, 0);
    }

    private double inCategory(int category, int above) {
        return calibration == 0 || category < 0 ? 0 : calibration * mix.gain(category, above);
    }
}
