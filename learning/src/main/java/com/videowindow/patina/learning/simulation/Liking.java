package com.videowindow.patina.learning.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * How much somebody would like a work: a sum, of which the logistic function is the probability that they do. Means over the
 * techniques and materials of the work, and the square of how far its level is from a little above their skill, since what
 * is too easy bores as what is too hard frustrates.
 */
final class Liking {
    private static final double NEITHER = -0.4;
    private static final double OF_TECHNIQUE = 1.4;
    private static final double OF_MATERIAL = 1.3;
    private static final double OF_LEVEL = 0.55;
    private static final double OF_APPEAL = 0.4;
    private static final double OF_GIFTS = 1.2;
    private static final double OF_COLD = 0.3;
    private static final double WITHOUT_TOOL = 0.3;
    private static final double JUST_ABOVE = 0.3;

    private Liking() {}

    /** @param equipped whether they have what its techniques need */
    static double wish(Taste taste, double skill, boolean equipped, Work work, LocalDate day) {
        Craft craft = Crafts.KNOWN.all().get(work.craft());
        double gap = work.level() - skill - JUST_ABOVE;
        return NEITHER
                + taste.craft(work.craft())
                + OF_TECHNIQUE * mean(work.techniques(), taste::technique)
                + OF_MATERIAL * mean(work.materials(), taste::material)
                + taste.creator(work.creator())
                + OF_APPEAL * work.appeal()
                - OF_LEVEL * gap * gap
                - (equipped ? 0 : WITHOUT_TOOL)
                + (work.gift() ? OF_GIFTS * Season.presents(day) : 0)
                + (craft.category().equals("textiles") ? OF_COLD * Season.cold(day) : 0);
    }

    static double probability(double wish) {
        return 1 / (1 + StrictMath.exp(-wish));
    }

    private static double mean(List<Integer> numbers, IntToDoubleFunction of) {
        double sum = 0;
        for (int number : numbers) {
            sum += of.applyAsDouble(number);
        }
        return sum / numbers.size();
    }
}
