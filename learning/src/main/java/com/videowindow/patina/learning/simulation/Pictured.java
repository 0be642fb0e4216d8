package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.learning.chance.Draw;
import java.util.ArrayList;
import java.util.List;

/**
 * What a foreign model would make of the pictures of a work: a vector on which craft, techniques, materials and how well it is made
 * have left their traces, all mixed, under as much noise. What is seen in it nobody can read off a single number.
 */
final class Pictured {
    static final int NUMBERS = 32;

    private static final long MODEL = 0x5EED0F;
    private static final double NOISE = 1;
    private static final double APPEAL = 0.5;
    private static final int OF_CRAFTS = 0;
    private static final int OF_TECHNIQUES = 1_000;
    private static final int OF_MATERIALS = 2_000;
    private static final int OF_APPEAL = 3_000;

    private Pictured() {}

    static List<Float> of(int craft, List<Integer> techniques, List<Integer> materials, double appeal, Chance chance) {
        List<Float> numbers = new ArrayList<>();
        for (int place = 0; place < NUMBERS; place++) {
            double trace = trace(OF_CRAFTS + craft, place)
                    + mean(OF_TECHNIQUES, techniques, place)
                    + mean(OF_MATERIALS, materials, place)
                    + APPEAL * appeal * trace(OF_APPEAL, place);
            double seen = trace + NOISE * StrictMath.sqrt(3 + APPEAL * APPEAL) * chance.normal();
            numbers.add((float) (StrictMath.rint(seen * 1_000) / 1_000));
        }
        return List.copyOf(numbers);
    }

    private static double mean(int kind, List<Integer> all, int place) {
        return all.stream()
                .mapToDouble(each -> trace(kind + each, place))
                .average()
                .orElse(0);
    }

    private static double trace(int what, int place) {
        return Draw.normal(MODEL + what, place);
    }
}
