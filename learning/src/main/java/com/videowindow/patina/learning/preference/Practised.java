package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.Tuple;
import com.videowindow.patina.domain.catalog.SkillLevel;

/**
 * What became of videos of one level.
 *
 * @param finished how many were seen to the end, decayed to {@code at}
 * @param left how many were not
 * @param at epoch second of the newest
 */
@Tuple
public record Practised(SkillLevel level, double finished, double left, long at) {

    static Practised none(SkillLevel level, long at) {
        return new Practised(level, 0, 0, at);
    }

    /** One more; what came earlier by its own time arrives already decayed, so that order does not matter. */
    Practised with(boolean toTheEnd, long when, Decay decay) {
        double kept = decay.over(when - at);
        double added = decay.over(at - when);
        return new Practised(
                level,
                finished * kept + (toTheEnd ? added : 0),
                left * kept + (toTheEnd ? 0 : added),
                Math.max(at, when));
    }
}
