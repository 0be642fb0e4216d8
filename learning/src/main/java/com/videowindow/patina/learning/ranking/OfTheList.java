package com.videowindow.patina.learning.ranking;

/**
 * How much the rest of a list weighs beside an interest of 1.
 *
 * @param likeness taken away for likeness to what stands above
 * @param creator taken away for others of the same creator above
 * @param calibration added for what the list has too little of
 */
public record OfTheList(double likeness, double creator, double calibration) {

    /** Chosen on the simulated market, as docs/market.md tells. */
    public static final OfTheList CHOSEN = new OfTheList(0.1, 0.03, 0.2);

    public static final OfTheList LIKENESS_ALONE = new OfTheList(0.2, 0, 0);
}
