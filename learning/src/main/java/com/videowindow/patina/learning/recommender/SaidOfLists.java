package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.learning.evaluation.Calibration;
import com.videowindow.patina.learning.evaluation.Reliability;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whether the size of a score says how likely what stands in a list is liked: the scores of one half of the people are turned into
 * probabilities by what came true of the other half's ({@link Calibration}), and compared with what came true of theirs.
 */
final class SaidOfLists {
    /** Of fewer cases in each half an error is mostly chance. */
    private static final int FEWEST = 1_000;

    private double[] said = new double[64];
    private boolean[] came = new boolean[64];
    private int count;

    /** @param score below 0 is as little as 0 */
    void add(double score, boolean isLiked) {
        if (count == said.length) {
            said = Arrays.copyOf(said, count * 2);
            came = Arrays.copyOf(came, count * 2);
        }
        double some = Math.max(0, score);
        said[count] = some / (1 + some);
        came[count++] = isLiked;
    }

    /** The expected calibration error of the others as these tell it, from 0 (none) to 1; absent of too few. */
    @Nullable
    Double errorOf(SaidOfLists others) {
        boolean[] known = Arrays.copyOf(came, count);
        if (Math.min(count, others.count) < FEWEST || isAlways(known)) {
            return null;
        }
        Calibration calibration = Calibration.learned(Arrays.copyOf(said, count), known);
        double[] likely =
                Arrays.stream(others.said, 0, others.count).map(calibration::of).toArray();
        return Reliability.of(likely, Arrays.copyOf(others.came, others.count)).error();
    }

    private static boolean isAlways(boolean[] came) {
        for (boolean one : came) {
            if (one != came[0]) {
                return false;
            }
        }
        return true;
    }
}
