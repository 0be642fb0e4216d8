package com.videowindow.patina.learning.ranking;

/** Something on its way into a list; everything in millionths. */
public final class Standing {
    private final Terms terms;
    private final int work;
    private final long own;
    private double likest;
    private long ceiling = Long.MAX_VALUE;

    /** @param own what it scores whatever else is in the list */
    public Standing(Terms terms, int work, long own) {
        this.terms = terms;
        this.work = work;
        this.own = own;
    }

    public int work() {
        return work;
    }

    /** It stands below this one from now on. */
    public void standBelow(int chosen) {
        likest = Math.max(likest, terms.likeness(work, chosen));
    }

    /** Only a rule kept it from this place, which went for so much. */
    void passOver(long total) {
        ceiling = Math.min(ceiling, total);
    }

    /** By what it is worth at the next place. */
    public long raw(Above above) {
        return own + terms.diversity(likest) + terms.creator(work, above) + terms.calibration(work, above);
    }

    long total(Above above) {
        return Math.min(raw(above), ceiling);
    }

    /** @param total what it stands for, which a rule made it where it is another than its worth */
    Placed placed(Above above, long total, boolean pinned) {
        long raw = raw(above);
        long capped = pinned ? 0 : total - raw;
        return new Placed(
                work,
                own,
                terms.diversity(likest),
                terms.creator(work, above),
                terms.calibration(work, above),
                pinned ? total - raw : 0,
                capped,
                pinned);
    }
}
