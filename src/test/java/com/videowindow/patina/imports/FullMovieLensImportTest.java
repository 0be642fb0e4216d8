package com.videowindow.patina.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class FullMovieLensImportTest {

    private static final long RATINGS = 100_836;
    private static final int KILLS = 5;
    private static final long SEED = 414;

    @Test
    @Timeout(900)
    void stores_every_rating_once_though_killed_at_five_random_moments(@TempDir Path home)
            throws IOException, InterruptedException {
        Import imported = new Import(home, Import.wholeSet());
        Random random = new Random(SEED);
        for (long reached : random.longs(KILLS, 1, RATINGS * 9 / 10).sorted().toArray()) {
            assertThat(imported.runUntil(reached, random.nextInt(1_000))).isTrue();
        }
        assertThat(imported.run().path("read").path("ratings").asLong()).isEqualTo(RATINGS);
        assertThat(imported.interactionsInTheLog()).isEqualTo(RATINGS);
        assertThat(imported.run().path("stored").path("ratings").asLong()).isZero();
        assertThat(imported.interactionsInTheLog()).isEqualTo(RATINGS);
    }
}
