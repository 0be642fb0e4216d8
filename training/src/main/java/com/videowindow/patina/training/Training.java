package com.videowindow.patina.training;

import com.videowindow.patina.learning.recommender.ImplicitAls;
import java.io.IOException;
import java.util.Arrays;
import org.apache.spark.sql.SparkSession;

/** What {@code spark-submit} starts: one step of a training, from files to files, wherever the cluster keeps them. */
public final class Training {
    private static final String USAGE = """
            Usage: parquet LIKES.jsonl LIKES        what was exported, as Parquet
                   together LIKES NEIGHBOURS        what is liked together
                   factors LIKES FACTORS CHECKPOINTS [number] [unliked] [penalty] [rounds] [seed] [blocks]""";

    private static final String[] USUAL = {"48", "0.5", "0.02", "30", "1", "10"};

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try (SparkSession spark = SparkSession.builder().appName("patina").getOrCreate()) {
            run(spark, arguments);
        }
    }

    static void run(SparkSession spark, String... arguments) {
        String from = arguments[1];
        String to = arguments[2];
        switch (arguments[0]) {
            case "parquet" -> LikesTable.write(spark, from, to);
            case "together" ->
                Together.neighbours(LikesTable.read(spark, from))
                        .write()
                        .mode("overwrite")
                        .parquet(to);
            case "factors" -> factors(spark, from, to, Arrays.copyOfRange(arguments, 3, arguments.length));
            default -> throw new IllegalArgumentException(USAGE);
        }
    }

    private static void factors(SparkSession spark, String from, String to, String... more) {
        if (more.length == 0) {
            throw new IllegalArgumentException(USAGE);
        }
        String[] said = USUAL.clone();
        System.arraycopy(more, 1, said, 0, Math.min(said.length, more.length - 1));
        spark.sparkContext().setCheckpointDir(more[0]);
        ImplicitAls.Settings settings = new ImplicitAls.Settings(
                        Integer.parseInt(said[0]),
                        Double.parseDouble(said[1]),
                        Double.parseDouble(said[2]),
                        1,
                        0,
                        Integer.parseInt(said[3]),
                        Long.parseLong(said[4]))
                .counting(0);
        Factors.ofItems(LikesTable.read(spark, from), settings, Integer.parseInt(said[5]))
                .write()
                .mode("overwrite")
                .parquet(to);
    }
}
