package com.videowindow.patina.domain.interest;

import com.videowindow.patina.domain.Check;

/**
 * An interest in a person's own words.
 *
 * @param weight how much, 0 (a little) to 1 (very much)
 */
public record StatedInterest(Facet facet, double weight) {
    public StatedInterest {
        Check.range("weight", weight, 0, 1);
    }
}
