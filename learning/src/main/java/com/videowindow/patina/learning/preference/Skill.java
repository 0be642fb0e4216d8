package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.catalog.SkillLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What somebody can do, as far as it shows in what they watch to the end: a probability for each step between the levels.
 *
 * <p>Idea: a video is seen to the end with a probability that falls with the square of how far its level is from the person's
 * skill, since what is too easy bores as what is too hard frustrates. How readily somebody finishes anything differs
 * from person to person, so it is a second unknown, of which nothing is supposed but bounds. Both are looked through step by step; the
 * skill is the mean over all of them, each as likely as it makes what was watched. Before anything is seen skill is normal around
 * {@value #USUAL} with deviation {@value #SPREAD}.
 *
 * <p>Few people rate difficulty, and nobody is asked: this is item response theory with items whose difficulty is told. An even curve
 * instead of a rising one, since people leave what they have outgrown (an unfolding model).
 *
 * <p>Reference: Andrich, The application of an unfolding model of the PIRT type to the measurement of attitude (1988).
 */
public final class Skill {
    private static final double STEP = 0.25;
    private static final int STEPS = 13;
    private static final double USUAL = 1.3;
    private static final double SPREAD = 0.8;
    private static final double FALLS = 0.4;
    private static final double[] READINESS = {-0.6, -0.2, 0.2, 0.6, 1, 1.6, 2.4};

    /** Fewer videos of known level say nothing of anybody. */
    private static final double ENOUGH = 4;

    private static final SkillLevel[] LEVELS = SkillLevel.values();
    private static final Decay DECAY = new Decay(Duration.ofDays(180));

    private final double[] likely;

    private Skill(double[] likely) {
        this.likely = likely;
    }

    /** Empty where too little was watched to tell. */
    static Optional<Skill> of(List<Practised> practised, long at) {
        double watched = 0;
        for (Practised each : practised) {
            watched += (each.finished() + each.left()) * DECAY.over(at - each.at());
        }
        return watched < ENOUGH ? Optional.empty() : Optional.of(new Skill(likely(practised, at)));
    }

    /** The level that was stated, beyond doubt. */
    static Skill stated(SkillLevel level) {
        double[] likely = new double[STEPS];
        likely[(int) (step(level) / STEP)] = 1;
        return new Skill(likely);
    }

    /** 0 for a beginner to 3 for an expert. */
    public double mean() {
        double mean = 0;
        for (int i = 0; i < STEPS; i++) {
            mean += likely[i] * i * STEP;
        }
        return mean;
    }

    /** How well a level fits: 1 where it is that much above the skill, -1 where it is two levels from there and more. */
    double fit(int step, double above) {
        double fit = 0;
        for (int i = 0; i < STEPS; i++) {
            double gap = step - i * STEP - above;
            fit += likely[i] * Math.max(-1, 1 - gap * gap / 2);
        }
        return fit;
    }

    public SkillLevel level() {
        return LEVELS[(int) Math.round(mean())];
    }

    /** As a number: 0 for a beginner to 3 for an expert. */
    public static int step(SkillLevel level) {
        return level.compareTo(SkillLevel.BEGINNER);
    }

    private static double[] likely(List<Practised> practised, long at) {
        List<Double> logarithms = new ArrayList<>(STEPS * READINESS.length);
        for (int i = 0; i < STEPS; i++) {
            double off = (i * STEP - USUAL) / SPREAD;
            for (double readiness : READINESS) {
                logarithms.add(-off * off / 2 + likelihood(practised, at, i * STEP, readiness));
            }
        }
        double most = Collections.max(logarithms);
        double[] likely = new double[STEPS];
        double all = 0;
        for (int each = 0; each < logarithms.size(); each++) {
            double share = StrictMath.exp(logarithms.get(each) - most);
            likely[each / READINESS.length] += share;
            all += share;
        }
        for (int i = 0; i < STEPS; i++) {
            likely[i] /= all;
        }
        return likely;
    }

    private static double likelihood(List<Practised> practised, long at, double skill, double readiness) {
        double sum = 0;
        for (Practised each : practised) {
            double left = DECAY.over(at - each.at());
            double gap = step(each.level()) - skill;
            double odds = readiness - FALLS * gap * gap;
            sum -= left * each.finished() * StrictMath.log1p(StrictMath.exp(-odds));
            sum -= left * each.left() * StrictMath.log1p(StrictMath.exp(odds));
        }
        return sum;
    }
}
