package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.learning.chance.Draw;
import com.videowindow.patina.learning.evaluation.ListQuality;
import com.videowindow.patina.learning.evaluation.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last like of some people, kept from a training so that it can be foretold. Who is among them follows from a seed and
 * who they are: so two models are measured on the same people, and nobody else is when somebody leaves.
 */
public final class LastLikes {
    private static final int PLACES = 10;

    private final TrainingSet rest;
    private final List<Integer> people = new ArrayList<>();
    private final List<Integer> last = new ArrayList<>();

    /** @param share of people whose last like is kept from the training, of those with two or more */
    public LastLikes(TrainingSet all, double share, long seed) {
        BitSet some = new BitSet();
        for (int person = 0; person < all.people(); person++) {
            int[] likes = all.likesOf(person);
            if (likes.length > 1 && Draw.uniform(seed, key(all.person(person))) < share) {
                some.set(person);
                people.add(person);
                last.add(likes[likes.length - 1]);
            }
        }
        rest = all.withoutLastOf(some);
    }

    private static long key(SubjectId subject) {
        return subject.value().getMostSignificantBits()
                ^ Long.rotateLeft(subject.value().getLeastSignificantBits(), 32);
    }

    /** What is left to train from. */
    public TrainingSet rest() {
        return rest;
    }

    public int people() {
        return people.size();
    }

    /**
     * How well the last likes were foretold.
     *
     * @param ndcg mean discounted gain at 10
     * @param recall how often they were among ten
     * @param coverage share of all items that was on any list
     * @param light gain of people who like little, up to the median
     * @param heavy gain of the others
     * @param calibration expected error of how likely scores say that something is liked; absent of too few people
     */
    public record Foretold(
            int people,
            double ndcg,
            double recall,
            double coverage,
            double light,
            double heavy,
            @Nullable Double calibration) {}

    public Foretold measure(Scorer scorer) {
        BitSet shown = new BitSet();
        double[] gains = new double[people.size()];
        int[] sizes = new int[people.size()];
        int hits = 0;
        SaidOfLists[] halves = {new SaidOfLists(), new SaidOfLists()};
        for (int i = 0; i < gains.length; i++) {
            Likes liked = rest.likes(people.get(i));
            double[] scores = scorer.scores(liked);
            int[] list = Ranking.best(scores, liked.numbers(), PLACES);
            for (int item : list) {
                halves[i % 2].add(scores[item], item == last.get(i));
            }
            Arrays.stream(list).forEach(shown::set);
            BitSet wanted = new BitSet();
            wanted.set(last.get(i));
            gains[i] = ListQuality.of(list, wanted, PLACES).ndcg();
            sizes[i] = liked.size();
            hits += gains[i] > 0 ? 1 : 0;
        }
        int median = median(sizes);
        return new Foretold(
                gains.length,
                mean(gains, sizes, 0, Integer.MAX_VALUE),
                gains.length == 0 ? 0 : (double) hits / gains.length,
                rest.items().isEmpty()
                        ? 0
                        : (double) shown.cardinality() / rest.items().size(),
                mean(gains, sizes, 0, median),
                mean(gains, sizes, median + 1, Integer.MAX_VALUE),
                halves[0].errorOf(halves[1]));
    }

    private static int median(int[] sizes) {
        int[] sorted = sizes.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
    }

    /** Of those whose size is from one to and with another; 0 where there are none. */
    private static double mean(double[] gains, int[] sizes, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < gains.length; i++) {
            if (sizes[i] >= from && sizes[i] <= to) {
                sum += gains[i];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** What most people like, of what is left. */
    public Scorer popular() {
        double[] support = new double[rest.items().size()];
        for (int person = 0; person < rest.people(); person++) {
            for (int item : rest.likesOf(person)) {
                support[item]++;
            }
        }
        return liked -> support;
    }
}
