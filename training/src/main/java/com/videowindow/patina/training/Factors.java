package com.videowindow.patina.training;

import static com.videowindow.patina.training.LikesTable.ITEM;
import static com.videowindow.patina.training.LikesTable.PERSON;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.videowindow.patina.learning.recommender.ImplicitAls;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The factors of items by MLlib's ALS, in the scale of {@link ImplicitAls}, which makes people's from them.
 *
 * <p>MLlib minimises {@code Σ c (p - u·v)² + λ Σ n (‖u‖² + ‖v‖²)} with {@code c = 1 + α} for what is liked and 1 else, and n
 * likes. Divided by its weight w of what is not liked, ours is the same with {@code α = 1/w}, but that it wants 1 where MLlib
 * wants, after the square is completed, {@code 1 + w}: with {@code λ (1 + w) / w} its factors are ours times the root of
 * that. A like is a like here, since MLlib makes strength a weight and ours what is wanted.
 */
final class Factors {
    static final String FEATURES = "features";

    /** From so many rounds on what is to be computed would be too deep to be sent. */
    private static final int CHECKPOINT = 10;

    private Factors() {}

    /** @param blocks of people and of items, each of which one task solves */
    static Dataset<Row> ofItems(Dataset<Row> likes, ImplicitAls.Settings settings, int blocks) {
        if (settings.power() != 1 || settings.counted() != 0 || settings.heed() != 0) {
            throw new IllegalArgumentException(
                    "MLlib penalises by the number of likes, and hears no strength as we do");
        }
        double unliked = settings.unliked();
        return new ALS()
                .setImplicitPrefs(true)
                .setRank(settings.factors())
                .setAlpha(1 / unliked)
                .setRegParam(settings.penalty() * (1 + unliked) / unliked)
                .setMaxIter(settings.rounds())
                .setSeed(settings.seed())
                .setNumBlocks(blocks)
                .setCheckpointInterval(CHECKPOINT)
                .setUserCol(PERSON)
                .setItemCol(ITEM)
                .setRatingCol("rating")
                .fit(likes.select(col(PERSON), col(ITEM), lit(1f).as("rating")))
                .itemFactors()
                .withColumnRenamed("id", ITEM);
    }

    /** What nobody likes has none. */
    static ImplicitAls model(Dataset<Row> factors, int items, ImplicitAls.Settings settings) {
        double scale = 1 / StrictMath.sqrt(1 + settings.unliked());
        double[][] rows = new double[items][settings.factors()];
        for (Row row : factors.collectAsList()) {
            List<Float> features = row.getList(row.fieldIndex(FEATURES));
            Arrays.setAll(rows[row.getInt(row.fieldIndex(ITEM))], i -> scale * features.get(i));
        }
        // No mean is counted in these penalties.
        return ImplicitAls.of(settings, 0, rows);
    }
}
