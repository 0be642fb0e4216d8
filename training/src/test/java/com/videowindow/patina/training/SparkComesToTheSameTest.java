package com.videowindow.patina.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.evaluation.Ranking;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CoOccurrence;
import com.videowindow.patina.learning.recommender.ImplicitAls;
import com.videowindow.patina.learning.recommender.Likes;
import com.videowindow.patina.learning.recommender.Neighbour;
import com.videowindow.patina.learning.recommender.UserItemMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The films of ML-100K, exported, made Parquet, and learned by Spark in local mode and by us. */
@Tag("long")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class SparkComesToTheSameTest {
    private static final int ITEMS = 1_682;
    private static final int MOST_LIKES = 300;
    private static final int PLACES = 10;
    private static final Path RATINGS =
            Path.of(System.getProperty("patina.data.dir", "."), "movielens", "ml-100k", "u.data");

    @TempDir
    private static Path folder = Path.of("");

    private static List<int[]> people = List.of();

    @SuppressWarnings("NullAway.Init")
    private static SparkSession spark;

    @BeforeAll
    static void the_films_are_exported() throws IOException {
        assumeThat(RATINGS).as("ML-100K: set -Dpatina.data.dir").exists();
        people = people();
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 4)
                .getOrCreate();
        spark.sparkContext().setLogLevel("WARN");
        List<String> lines = IntStream.range(0, people.size())
                .mapToObj(person -> "{\"person\":%d,\"items\":%s,\"strengths\":%s}"
                        .formatted(
                                person,
                                Arrays.toString(people.get(person)),
                                Collections.nCopies(people.get(person).length, 1.0)))
                .toList();
        Files.write(folder.resolve("likes.jsonl"), lines);
        Training.run(spark, "parquet", in("likes.jsonl"), in("likes"));
    }

    @AfterAll
    static void spark_ends() {
        if (spark != null) {
            spark.stop();
        }
    }

    private static String in(String name) {
        return folder.resolve(name).toString();
    }

    /** What each rated, at most their latest few: as an export has them. */
    private static List<int[]> people() throws IOException {
        SortedMap<Integer, List<int[]>> rated = new TreeMap<>();
        for (String line : Files.readAllLines(RATINGS)) {
            int[] fields = Arrays.stream(line.split("\t", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            rated.computeIfAbsent(fields[0], one -> new ArrayList<>()).add(new int[] {fields[1] - 1, fields[3]});
        }
        return rated.values().stream()
                .map(own -> own.stream()
                        .sorted((one, other) -> Integer.compare(other[1], one[1]))
                        .limit(MOST_LIKES)
                        .mapToInt(rating -> rating[0])
                        .sorted()
                        .toArray())
                .toList();
    }

    /** Of people's lists by both, the share that they have in common in the mean. */
    private static double overlap(IntFunction<double[]> one, IntFunction<double[]> other) {
        int common = 0;
        for (int person = 0; person < people.size(); person++) {
            int[] list = list(one.apply(person), person);
            int[] beside = list(other.apply(person), person);
            common += (int) IntStream.of(list)
                    .filter(item -> IntStream.of(beside).anyMatch(their -> their == item))
                    .count();
        }
        return (double) common / (people.size() * PLACES);
    }

    private static int[] list(double[] scores, int person) {
        return Ranking.best(scores, people.get(person), PLACES);
    }

    @Test
    void parquet_has_every_like() {
        assertThat(LikesTable.read(spark, in("likes")).count())
                .isEqualTo(people.stream().mapToInt(own -> own.length).sum());
        assertThat(LikesTable.read(spark, in("likes")).columns()).containsExactly("person", "item", "strength");
    }

    @Test
    void what_is_liked_together_makes_the_same_lists() {
        Training.run(spark, "together", in("likes"), in("neighbours"));
        double[][] theirs = new double[ITEMS][ITEMS];
        for (Row row : spark.read().parquet(in("neighbours")).collectAsList()) {
            theirs[row.<Integer>getAs(LikesTable.ITEM)][row.<Integer>getAs(Together.OTHER)] =
                    row.<Float>getAs(Together.SIMILARITY);
        }
        CoOccurrence model = CoOccurrence.train(people.stream()
                .map(own -> new Basket(Arrays.stream(own)
                        .mapToObj(SparkComesToTheSameTest::content)
                        .toList()))
                .toList());
        double[][] ours = new double[ITEMS][ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            for (Neighbour near : model.neighbours(content(item))) {
                ours[item][Integer.parseInt(near.content().value())] = near.similarity();
            }
        }

        double overlap = overlap(person -> summed(person, theirs), person -> summed(person, ours));

        System.out.printf("co-occurrence: overlap of top-%d %.4f%n", PLACES, overlap);
        assertThat(overlap).isGreaterThan(0.999);
    }

    /** By numbers of as many digits: their order is that of the films. */
    private static ContentId content(int item) {
        return new ContentId("%04d".formatted(item));
    }

    private static double[] summed(int person, double[][] near) {
        double[] scores = new double[ITEMS];
        for (int from : people.get(person)) {
            for (int to = 0; to < ITEMS; to++) {
                scores[to] += near[from][to];
            }
        }
        return scores;
    }

    @Test
    void factors_make_the_same_lists() {
        ImplicitAls.Settings settings = new ImplicitAls.Settings(8, 0.5, 0.02, 1, 0, 60, 1).counting(0);
        UserItemMatrix liked = new UserItemMatrix(people, ITEMS);
        long[] keys = LongStream.range(0, ITEMS).toArray();
        ImplicitAls ours = ImplicitAls.train(liked, keys, settings, ForkJoinPool.commonPool());
        ImplicitAls theirs = bySpark(settings);
        ImplicitAls again = bySpark(new ImplicitAls.Settings(8, 0.5, 0.02, 1, 0, 60, 2).counting(0));

        double overlap = overlap(scores(theirs), scores(ours));
        double among = overlap(scores(theirs), scores(again));

        System.out.printf("factors: overlap of top-%d %.4f, among two seeds of MLlib's %.4f%n", PLACES, overlap, among);
        assertThat(overlap).isGreaterThanOrEqualTo(0.9);
    }

    private static ImplicitAls bySpark(ImplicitAls.Settings settings) {
        String factors = in("factors-" + settings.seed());
        Training.run(
                spark,
                "factors",
                in("likes"),
                factors,
                in("checkpoints"),
                "" + settings.factors(),
                "" + settings.unliked(),
                "" + settings.penalty(),
                "" + settings.rounds(),
                "" + settings.seed(),
                "2");
        return Factors.model(spark.read().parquet(factors), ITEMS, settings);
    }

    private static IntFunction<double[]> scores(ImplicitAls model) {
        return person -> model.scores(Likes.of(people.get(person)));
    }
}
