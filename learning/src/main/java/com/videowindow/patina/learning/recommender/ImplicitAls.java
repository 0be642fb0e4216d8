package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.learning.chance.Draw;
import com.videowindow.patina.learning.linear.Cholesky;
import com.videowindow.patina.learning.linear.Products;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Factors of people and items whose products tell who likes what, by alternating least squares: with the items' factors
 * fixed, each person's are the solution of a small linear system, and the other way round. What was not liked counts as a
 * weak no, all of them at once by one product of the factors with themselves. Whoever has more likes is penalised more, by a
 * power of their number.
 *
 * <p>To that number is added in proportion to how many likes there are in the mean, and not to how many might be, as Rendle et
 * al. have it: the penalties lie above what is chance among the singular values of likes, which grows with the square root of
 * likes in a row, and where many people like little of much, a penalty that grows with all that nobody liked leaves no factor at all.
 *
 * <p>Unlike {@link Ease} it generalises over items that nobody liked together, and its size is linear in items.
 *
 * <p>Cost: a round is (likes x f² + (people + items) x f³) for f factors; memory 8 f bytes a person and item while training, and 4 f of each item to serve.
 *
 * <p>Deterministic: each row is solved by one thread, the factors of items begin with a draw by seed and item's own key, and
 * people have none to begin with; so whoever is left out changes nothing but what they taught.
 *
 * <p>References: Hu, Koren and Volinsky, Collaborative Filtering for Implicit Feedback Datasets (2008); Rendle, Krichene,
 * Zhang and Koren, Revisiting the Performance of iALS on Item Recommendation Benchmarks (2022).
 */
public final class ImplicitAls {
    /** What penalties were chosen on has a like in one of 21 cells; there this is as if all that was not liked counted. */
    private static final double SPARSE = 21;

    private final Settings settings;
    private final double usual;
    private final FactorRows items;
    private final double[] gram;

    private ImplicitAls(Settings settings, double usual, FactorRows items) {
        this.settings = settings;
        this.usual = usual;
        this.items = items;
        this.gram = gram(items, settings.factors());
    }

    /**
     * @param factors of each person and item
     * @param unliked weight of what was not liked, where what was liked has 1
     * @param penalty of the factors' squares, above 0
     * @param power of the number of likes that the penalty grows with, 0 to 1
     * @param heed how much of the strength of a like is heard: with 0 a like is a like, with 1 one of twice the strength is to
     *     score twice as high
     * @param rounds each of people and items once
     * @param seed of where the items begin
     * @param counted what is added to that number, in means of all rows that have a like
     */
    public record Settings(
            int factors,
            double unliked,
            double penalty,
            double power,
            double heed,
            int rounds,
            long seed,
            double counted) {
        public Settings {
            boolean shares = power >= 0 && power <= 1 && heed >= 0 && heed <= 1;
            if (factors < 1 || rounds < 1 || !(unliked > 0) || !(penalty > 0) || !shares || !(counted >= 0)) {
                throw new IllegalArgumentException("no such training");
            }
        }

        /** The more is added, the more weighs what was not liked. */
        public Settings(int factors, double unliked, double penalty, double power, double heed, int rounds, long seed) {
            this(factors, unliked, penalty, power, heed, rounds, seed, SPARSE * unliked);
        }

        /** The same, but for how many means are added in the penalty. */
        public Settings counting(double means) {
            return new Settings(factors, unliked, penalty, power, heed, rounds, seed, means);
        }

        double wanted(double strength) {
            return 1 + heed * (strength - 1);
        }

        double penalty(int likes, double usual) {
            return penalty * StrictMath.pow(likes + counted * usual, power);
        }
    }

    /**
     * Of factors that were learned elsewhere with the same settings, a row for each item.
     *
     * @param usual how much a person likes in the mean
     */
    public static ImplicitAls of(Settings settings, double usual, double[][] items) {
        return new ImplicitAls(settings, usual, FactorRows.of(settings.factors(), items));
    }

    /**
     * @param keys one for each item, which stays the same in whatever catalogue it is
     * @param workers change the time and not a bit of the result
     */
    public static ImplicitAls train(UserItemMatrix liked, long[] keys, Settings settings, ForkJoinPool workers) {
        double[][] items = new double[liked.items()][];
        for (int item = 0; item < items.length; item++) {
            items[item] = begun(keys[item], settings);
        }
        double[][] users = new double[liked.users()][];
        double ofPeople = liked.usualOfUsers();
        double ofItems = liked.usualOfItems();
        for (int round = 0; round < settings.rounds(); round++) {
            Side people = new Side(items, ofPeople, settings);
            rows(workers, users, user -> people.solved(liked.likesOf(user)));
            Side things = new Side(users, ofItems, settings);
            rows(workers, items, item -> things.solved(liked.likersOf(item)));
        }
        return of(settings, ofPeople, items);
    }

    private static double[] begun(long key, Settings settings) {
        double[] factors = new double[settings.factors()];
        double scale = 0.1 / StrictMath.sqrt(factors.length);
        for (int i = 0; i < factors.length; i++) {
            factors[i] = scale * Draw.normal(settings.seed() + i, key);
        }
        return factors;
    }

    private interface Row {
        double[] of(int number);
    }

    private static void rows(ForkJoinPool workers, double[][] rows, Row row) {
        workers.submit(() -> IntStream.range(0, rows.length).parallel().forEach(i -> rows[i] = row.of(i)))
                .join();
    }

    private static double[] gram(double[][] rows, int factors) {
        double[] gram = new double[factors * factors];
        for (double[] row : rows) {
            addSquare(row, 1, gram);
        }
        return gram;
    }

    private static double[] gram(FactorRows rows, int factors) {
        double[] gram = new double[factors * factors];
        for (int row = 0; row < rows.count(); row++) {
            addSquare(rows.row(row), 1, gram);
        }
        return gram;
    }

    private static void addSquare(double[] row, double weight, double[] to) {
        int size = row.length;
        for (int i = 0; i < size; i++) {
            double scaled = weight * row[i];
            for (int j = 0; j <= i; j++) {
                to[i * size + j] += scaled * row[j];
            }
        }
    }

    /** One side of the factors, fixed while the other is solved for. */
    private static final class Side {
        private final double[][] rows;
        private final double usual;
        private final double[] gram;
        private final Settings settings;

        Side(double[][] rows, double usual, Settings settings) {
            this.rows = rows;
            this.usual = usual;
            this.settings = settings;
            this.gram = ImplicitAls.gram(rows, settings.factors());
        }

        double[] solved(Likes liked) {
            double[][] theirs = Arrays.stream(liked.numbers())
                    .mapToObj(number -> rows[number])
                    .toArray(double[][]::new);
            return ImplicitAls.solved(system(liked, theirs, usual, gram, settings), liked, theirs, settings);
        }
    }

    /** @param theirs a row for each like */
    private static double[] solved(Cholesky system, Likes liked, double[][] theirs, Settings settings) {
        double[] right = new double[settings.factors()];
        for (int place = 0; place < theirs.length; place++) {
            double wanted = settings.wanted(liked.strength(place));
            for (int i = 0; i < right.length; i++) {
                right[i] += wanted * theirs[place][i];
            }
        }
        system.solve(right);
        return right;
    }

    private static Cholesky system(Likes liked, double[][] theirs, double usual, double[] gram, Settings settings) {
        int factors = settings.factors();
        double[] matrix = new double[factors * factors];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = settings.unliked() * gram[i];
        }
        for (double[] row : theirs) {
            addSquare(row, 1, matrix);
        }
        double penalty = settings.penalty(liked.size(), usual);
        for (int i = 0; i < factors; i++) {
            matrix[i * factors + i] += penalty;
        }
        return new Cholesky(factors).of(matrix);
    }

    public int items() {
        return items.count();
    }

    /** Of an item. */
    double[] factors(int item) {
        return items.row(item);
    }

    void write(LittleEndianOutput out) throws IOException {
        out.writeDouble(usual);
        items.write(out);
    }

    static ImplicitAls read(Settings settings, int count, LittleEndianInput in) throws IOException {
        return new ImplicitAls(settings, in.readDouble(), FactorRows.read(settings.factors(), count, in));
    }

    /** The factors of somebody who likes these, whether they were in the training or not. */
    public double[] fold(Likes liked) {
        return person(liked).person;
    }

    /** How well an item goes with a person's factors. */
    public double score(double[] person, int item) {
        return items.product(person, item);
    }

    /** Of each item how well it goes with what somebody likes. */
    public double[] scores(Likes liked) {
        return person(liked).scores();
    }

    Person person(Likes liked) {
        return new Person(liked);
    }

    /** Somebody's own side, with the system that it was solved from: what a like tells is solved from the same. */
    final class Person {
        private final Likes liked;
        private final double[][] theirs;
        private final Cholesky system;
        private final double[] person;

        private Person(Likes liked) {
            this.liked = liked;
            this.theirs = items.rows(liked.numbers());
            this.system = system(liked, theirs, usual, gram, settings);
            this.person = solved(system, liked, theirs, settings);
        }

        /** Not to be changed. */
        double[] factors() {
            return person;
        }

        double[] scores() {
            double[] scores = new double[items.count()];
            for (int item = 0; item < scores.length; item++) {
                scores[item] = score(item);
            }
            return scores;
        }

        double score(int item) {
            return items.product(person, item);
        }

        /**
         * What each like adds to the score of an item; together they are the score (Hu, Koren and Volinsky 2008, section 5).
         * It is not what the score would lose without it, since the others would count for more then.
         */
        double[] told(int item) {
            double[] seen = items.row(item);
            system.solve(seen);
            double[] told = new double[liked.size()];
            for (int place = 0; place < told.length; place++) {
                told[place] = settings.wanted(liked.strength(place)) * Products.of(seen, theirs[place]);
            }
            return told;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImplicitAls same
                && settings.equals(same.settings)
                && usual == same.usual
                && items.equals(same.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }
}
