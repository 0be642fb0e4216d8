package com.videowindow.patina.learning.preference;

/**
 * What somebody thinks of one piece of content, by all that they did with it: the newest change of mind wins, and of what speaks for it
 * since then the strongest. Profiles and what the crowd teaches are folded by this one rule.
 *
 * @param at epoch second of the newest deed
 * @param liking the strongest evidence since the last change of mind: above 0 liked, below 0 disliked
 */
public record Judgement(long at, double liking) {
    /** Of what was not met. */
    public static final Judgement NONE = new Judgement(Long.MIN_VALUE, 0);

    /** Evidence from which on something is liked. */
    static final double LIKED = 0.5;

    public Judgement after(Signal signal) {
        double weight = signal.weight();
        double now = recants(signal) ? weight : holds(signal) ? Math.max(liking, weight) : liking;
        return new Judgement(Math.max(at, signal.at().getEpochSecond()), now);
    }

    /** Speaks for it, and no newer change of mind speaks against it. */
    boolean holds(Signal signal) {
        return signal.weight() >= 0 && (liking >= 0 || isNewer(signal));
    }

    /** Speaks against it, and is the newest. */
    boolean recants(Signal signal) {
        return signal.weight() < 0 && isNewer(signal);
    }

    private boolean isNewer(Signal signal) {
        return signal.at().getEpochSecond() >= at;
    }

    /** Clearly enough that it tells what else they would like. */
    public boolean likes() {
        return liking >= LIKED;
    }
}
