package com.videowindow.patina.training;

import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Who likes what and how much, as {@code ./patina models dataset} exports it, in Parquet: a row for each like. People are
 * numbers that nothing but this table knows.
 */
final class LikesTable {
    static final String PERSON = "person";
    static final String ITEM = "item";
    static final String STRENGTH = "strength";

    private static final StructType EXPORTED = new StructType()
            .add(PERSON, DataTypes.IntegerType)
            .add("items", DataTypes.createArrayType(DataTypes.IntegerType))
            .add("strengths", DataTypes.createArrayType(DataTypes.DoubleType));

    private LikesTable() {}

    /** @param exported lines of JSON, one a person */
    static void write(SparkSession spark, String exported, String parquet) {
        Dataset<Row> people = spark.read().schema(EXPORTED).json(exported);
        people.select(
                        col(PERSON),
                        explode(arrays_zip(col("items"), col("strengths"))).as("like"))
                .select(
                        col(PERSON),
                        col("like.items").as(ITEM),
                        col("like.strengths").as(STRENGTH))
                .write()
                .mode("overwrite")
                .parquet(parquet);
    }

    static Dataset<Row> read(SparkSession spark, String parquet) {
        return spark.read().parquet(parquet);
    }
}
