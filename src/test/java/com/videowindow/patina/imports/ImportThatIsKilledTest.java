package com.videowindow.patina.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A set small enough for every build; {@link FullMovieLensImportTest} takes the real one. */
@Tag("long")
class ImportThatIsKilledTest {

    private static final int PEOPLE = 40;
    private static final int FILMS = 60;

    @Test
    void goes_on_where_it_stopped_and_stores_every_rating_once(@TempDir Path home, @TempDir Path set)
            throws IOException, InterruptedException {
        Import imported = new Import(home, smallSet(set));
        assertThat(imported.runUntil(1, 0)).isTrue();
        assertThat(imported.run().path("read").path("ratings").asLong()).isEqualTo(PEOPLE * FILMS);
        assertThat(imported.run().path("storedBefore").path("ratings").asLong()).isEqualTo(PEOPLE * FILMS);
        assertThat(imported.interactionsInTheLog()).isEqualTo(PEOPLE * FILMS);
    }

    private static Path smallSet(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("movies.csv"),
                IntStream.range(0, FILMS)
                        .mapToObj(
                                film -> film + ",\"Film no. " + film + ", the (19" + (40 + film) + ")\",Drama|Comedy\n")
                        .collect(Collectors.joining("", "movieId,title,genres\n", "")));
        Files.writeString(
                folder.resolve("ratings.csv"),
                IntStream.range(0, PEOPLE * FILMS)
                        .mapToObj(i ->
                                i / FILMS + "," + i % FILMS + "," + (1 + i % 5) + ".0," + (1_000_000_000 + i) + "\n")
                        .collect(Collectors.joining("", "userId,movieId,rating,timestamp\n", "")));
        return folder;
    }
}
