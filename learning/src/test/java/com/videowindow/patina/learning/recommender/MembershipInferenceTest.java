package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.learning.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Somebody has a model and the likes of a person, and asks whether it was trained from them: it knows the likes of whom it was
 * trained from too well. Each like is scored by the person's others; the smaller the squared error, the likelier (Yeom et al.,
 * Privacy Risk in Machine Learning, 2018). How well that tells is the area under the curve, with the standard error of Hanley
 * and McNeil (1982).
 */
class MembershipInferenceTest {
    private static final ForkJoinPool WORKERS = new ForkJoinPool(2);
    private static final int GROUP = 400;
    private static final int CRAFTS = 150;
    private static final double WIDE = 1.96;
    private static final CollaborativeModel.Settings SETTINGS = new CollaborativeModel.Settings(
            new Ease.Settings(20, 0, CRAFTS), List.of(new ImplicitAls.Settings(32, 0.1, 0.02, 0.5, 0.5, 8, 42)));

    /** One after the other: who stays, who is there and leaves, and who never was there. */
    private final List<List<AboutSubject>> all = alike();

    private final List<List<AboutSubject>> stay = group(0);
    private final List<List<AboutSubject>> leave = group(1);
    private final List<List<AboutSubject>> strangers = group(2);

    private static List<List<AboutSubject>> alike() {
        Random chance = new Random(2026);
        return IntStream.range(0, 3 * GROUP)
                .mapToObj(i -> deeds(Villages.inhabitant(i), chance))
                .toList();
    }

    private List<List<AboutSubject>> group(int group) {
        return IntStream.range(0, GROUP).mapToObj(i -> all.get(3 * i + group)).toList();
    }

    private static List<AboutSubject> deeds(Person one, Random chance) {
        List<AboutSubject> deeds = new ArrayList<>(List.of(one.allows(Purpose.TRAINING)));
        int center = chance.nextInt(CRAFTS);
        for (int i = 0; i < 8; i++) {
            int craft = chance.nextBoolean() ? chance.nextInt(CRAFTS) : (center + chance.nextInt(20)) % CRAFTS;
            deeds.add(one.finishes("craft-" + craft, i));
        }
        return deeds;
    }

    private static TrainingSet of(List<List<AboutSubject>> one, List<List<AboutSubject>> other, boolean leaves) {
        List<List<AboutSubject>> all = new ArrayList<>(one);
        all.addAll(other);
        CrowdSignals crowd = Villages.crowd(all);
        if (leaves) {
            for (int i = 0; i < GROUP; i++) {
                crowd.apply(Villages.inhabitant(3 * i + 1).asksToLeave());
            }
        }
        return Villages.set(crowd);
    }

    private interface Scores {
        double[] of(Likes liked);
    }

    /** How much of their likes a model does not tell, for each of a group. */
    private static double[] errors(CollaborativeModel model, Scores scores, List<List<AboutSubject>> group) {
        TrainingSet theirs = Villages.heard(group);
        return IntStream.range(0, theirs.people())
                .mapToDouble(person -> error(scores, known(model, theirs, person)))
                .toArray();
    }

    private static int[] known(CollaborativeModel model, TrainingSet theirs, int person) {
        return Arrays.stream(theirs.likesOf(person))
                .map(item -> model.numberOf(theirs.items().get(item)))
                .filter(item -> item >= 0)
                .toArray();
    }

    private static double error(Scores scores, int[] liked) {
        double sum = 0;
        for (int item : liked) {
            int[] others = Arrays.stream(liked).filter(other -> other != item).toArray();
            sum += Math.pow(1 - scores.of(Likes.of(others))[item], 2);
        }
        return sum / liked.length;
    }

    /** How often one of the first has the smaller error. */
    private record Told(double area, double standardError) {
        static Told of(double[] first, double[] second) {
            double wins = 0;
            for (double one : first) {
                for (double other : second) {
                    wins += one < other ? 1 : one == other ? 0.5 : 0;
                }
            }
            double area = wins / first.length / second.length;
            double bothFirst = area / (2 - area);
            double bothSecond = 2 * area * area / (1 + area);
            double variance = (area * (1 - area)
                            + (first.length - 1) * (bothFirst - area * area)
                            + (second.length - 1) * (bothSecond - area * area))
                    / first.length
                    / second.length;
            return new Told(area, Math.sqrt(variance));
        }

        double least() {
            return area - WIDE * standardError;
        }

        double most() {
            return area + WIDE * standardError;
        }
    }

    private void demand(CollaborativeModel before, CollaborativeModel after, Scores then, Scores now, String what) {
        Told stayed = Told.of(errors(after, now, stay), errors(after, now, strangers));
        Told there = Told.of(errors(before, then, leave), errors(before, then, strangers));
        Told gone = Told.of(errors(after, now, leave), errors(after, now, strangers));
        System.out.println(what + ": who stayed " + stayed + ", who left, before " + there + ", and after " + gone);

        assertThat(stayed.least()).as("%s tells who was there", what).isGreaterThan(0.5);
        assertThat(there.least()).as("%s told of those who left", what).isGreaterThan(0.5);
        assertThat(gone.least()).as("%s tells nothing of them now", what).isLessThan(0.5);
        assertThat(gone.most()).as("%s tells nothing of them now", what).isGreaterThan(0.5);
    }

    @Test
    void tells_of_whom_a_model_was_trained_and_nothing_of_those_who_left() {
        CollaborativeModel before = CollaborativeModel.train(of(stay, leave, false), SETTINGS, WORKERS);
        CollaborativeModel after = CollaborativeModel.train(of(stay, leave, true), SETTINGS, WORKERS);

        demand(before, after, before.ease()::scores, after.ease()::scores, "EASE");
        demand(
                before,
                after,
                before.factors().getFirst()::scores,
                after.factors().getFirst()::scores,
                "ALS");
    }
}
