package com.videowindow.patina.query.recommendation;

import java.util.Locale;

/** What came of checking a served list against the log. */
public enum Fidelity {
    /** Every score is the sum of its parts, every reason names what was done, and the same list comes out of the log again. */
    HOLDS(false),
    /** The catalogue, the crowd, the model or the person is another already: nothing can be compared. */
    MOVED_ON(false),
    /** Some score is not the sum of its parts. */
    SUM_DIFFERS(true),
    /** Some reason names what the person did not do or state. */
    REASON_UNTRUE(true),
    /** The profile that was ranked by is not what the log tells. */
    PROFILE_DIFFERS(true),
    /** Of the same inputs comes another list. */
    LIST_DIFFERS(true);

    private final boolean wrong;

    Fidelity(boolean wrong) {
        this.wrong = wrong;
    }

    /** Whether somebody has to look. */
    public boolean isWrong() {
        return wrong;
    }

    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
