package com.videowindow.patina.learning.simulation;

import java.util.List;

/**
 * A craft of the market.
 *
 * @param number in {@link Crafts}
 * @param techniques by number
 * @param materials by number
 */
record Craft(int number, String category, String subcategory, List<Integer> techniques, List<Integer> materials) {}
