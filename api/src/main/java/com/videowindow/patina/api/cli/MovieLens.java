package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A folder in the public MovieLens layout. */
record MovieLens(Path folder) {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();

    MappingIterator<Map<String, String>> movies() throws IOException {
        return read("movies.csv");
    }

    MappingIterator<Map<String, String>> ratings() throws IOException {
        return read("ratings.csv");
    }

    /** Empty where the set has none. */
    MappingIterator<Map<String, String>> tags() throws IOException {
        return Files.exists(folder.resolve("tags.csv")) ? read("tags.csv") : MappingIterator.emptyIterator();
    }

    /** Who rated first, as they are named here; null where nobody did. */
    @Nullable
    String firstPerson() throws IOException {
        try (MappingIterator<Map<String, String>> lines = ratings()) {
            String user = lines.hasNext() ? lines.next().getOrDefault("userId", "") : "";
            return user.isBlank() ? null : Ratings.named(user);
        }
    }

    /** Ratings in the file; the header does not count. */
    long ratingLines() throws IOException {
        try (var lines = Files.lines(folder.resolve("ratings.csv"))) {
            return lines.filter(line -> !line.isBlank()).count() - 1;
        }
    }

    private MappingIterator<Map<String, String>> read(String file) throws IOException {
        BufferedReader reader = Files.newBufferedReader(folder.resolve(file));
        return CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(reader);
    }
}
