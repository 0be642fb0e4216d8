package com.videowindow.patina.training;

import static com.videowindow.patina.training.LikesTable.ITEM;
import static com.videowindow.patina.training.LikesTable.PERSON;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;

import com.videowindow.patina.learning.recommender.CoOccurrence;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What is liked together, as {@link CoOccurrence} has it, by one join of the likes with themselves: the same sums of whole
 * numbers, so the same neighbours.
 *
 * <p>Cost: the sum of the squared numbers of people's likes, shuffled once; bounded by what an export has of a person.
 */
final class Together {
    static final String OTHER = "other";
    static final String SIMILARITY = "similarity";

    private Together() {}

    /** Of each item its nearest, a row each. */
    static Dataset<Row> neighbours(Dataset<Row> likes) {
        Dataset<Row> heard = likes.select(
                col(PERSON),
                col(ITEM),
                floor(lit(CoOccurrence.FIXED_POINT)
                                .divide(lit(1.0).plus(log(count(ITEM).over(Window.partitionBy(PERSON))))))
                        .as("weight"));
        Dataset<Row> mass = heard.groupBy(ITEM).agg(sum("weight").cast("double").as("mass"));
        Dataset<Row> lower = heard.as("one")
                .join(heard.as("two"), col("one.person").equalTo(col("two.person")))
                .where(col("one.item").lt(col("two.item")))
                .groupBy(col("one.item").as(ITEM), col("two.item").as(OTHER))
                .agg(sum("one.weight").as("weight"), count("*").as("both"));
        Dataset<Row> pairs = lower.union(lower.select(col(OTHER), col(ITEM), col("weight"), col("both")))
                .join(mass, ITEM)
                .join(mass.toDF(OTHER, "others"), OTHER);
        return pairs.select(
                        col(ITEM),
                        col(OTHER),
                        col("weight")
                                .divide(sqrt(col("mass").multiply(col("others"))))
                                .multiply(col("both"))
                                .divide(col("both").plus(CoOccurrence.SHRINKAGE))
                                .cast("float")
                                .as(SIMILARITY))
                .withColumn(
                        "rank",
                        row_number()
                                .over(Window.partitionBy(ITEM)
                                        .orderBy(
                                                col(SIMILARITY).desc(),
                                                col(OTHER).asc())))
                .where(col("rank").leq(CoOccurrence.NEIGHBOURS))
                .drop("rank");
    }
}
