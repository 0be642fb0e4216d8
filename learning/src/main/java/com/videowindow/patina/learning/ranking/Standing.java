package com.videowindow.patina.learning.ranking;

/** Something on its way into a list; everything in millionths. */
public final class Standing {
    private final Terms terms;
    private final int work;
    private final long own;
    private double likest;
    private int ofCreator;
    private int ofCategory;
    private long worth;
    private long ceiling = Long.MAX_VALUE;

    /** @param own what it scores whatever else is in the list */
    public Standing(Terms terms, int work, long own) {
        this.terms = terms;
        this.work = work;
        this.own = own;
        reckon();
    }

    private void reckon() {
        worth = own + terms.diversity(likest) + terms.creator(ofCreator) + terms.calibration(work, ofCategory);
    }

    public int work() {
        return work;
    }

    /** It stands below this one from now on. */
    public void standBelow(int chosen) {
        likest = Math.max(likest, terms.likeness(work, chosen));
        ofCreator += terms.haveCreator(work, chosen) ? 1 : 0;
        ofCategory += terms.haveCategory(work, chosen) ? 1 : 0;
        reckon();
    }

    /** Only a rule kept it from this place, which went for so much. */
    void passOver(long total) {
        ceiling = Math.min(ceiling, total);
    }

    /** Whatever rules say. */
    public long worth() {
        return worth;
    }

    long total() {
        return Math.min(worth, ceiling);
    }

    /** @param total what it stands for, which a rule made it where it is another than its worth */
    Placed placed(long total, boolean pinned) {
        return new Placed(
                work,
                own,
                terms.diversity(likest),
                terms.creator(ofCreator),
                terms.calibration(work, ofCategory),
                pinned ? total - worth : 0,
                pinned ? 0 : total - worth,
                pinned);
    }
}
