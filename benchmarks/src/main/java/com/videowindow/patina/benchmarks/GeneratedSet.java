package com.videowindow.patina.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A catalogue with histories of any size in the MovieLens layout, so that it comes into a server by the same import. Films are
 * of one of many groups, each film more seldom liked than the one before; people come from two groups and choose within them
 * four times in five. The same seed is the same files.
 */
record GeneratedSet(int items, int people, int likes, long seed) {
    private static final List<String> GENRES =
            List.of("Action", "Comedy", "Drama", "Horror", "Romance", "Thriller", "Western", "Musical", "War", "Crime");
    private static final int GROUPS = 100;
    private static final int LAST = 1_750_000_000;
    private static final int YEAR = 31_536_000;

    Path in(Path folder) throws IOException {
        Path set =
                Files.createDirectories(folder.resolve("generated-" + items + "-" + people + "-" + likes + "-" + seed));
        Random chance = new Random(seed);
        try (BufferedWriter movies = Files.newBufferedWriter(set.resolve("movies.csv"))) {
            movies.write("movieId,title,genres\n");
            for (int item = 1; item <= items; item++) {
                movies.write(String.format(
                        Locale.ROOT, "%d,Film %d (%d),%s%n", item, item, 1950 + chance.nextInt(70), genres(item)));
            }
        }
        try (BufferedWriter ratings = Files.newBufferedWriter(set.resolve("ratings.csv"))) {
            ratings.write("userId,movieId,rating,timestamp\n");
            for (int person = 1; person <= people; person++) {
                int since = LAST - chance.nextInt(YEAR);
                for (int item : liked(chance)) {
                    since = Math.min(LAST, since + chance.nextInt(86_400));
                    ratings.write(
                            String.format(Locale.ROOT, "%d,%d,%d.0,%d%n", person, item, 3 + chance.nextInt(3), since));
                }
            }
        }
        return set;
    }

    private static String genres(int item) {
        int group = item % GROUPS;
        return Arrays.stream(new int[] {group % GENRES.size(), group / GENRES.size()})
                .distinct()
                .mapToObj(GENRES::get)
                .collect(Collectors.joining("|"));
    }

    private Set<Integer> liked(Random chance) {
        int one = chance.nextInt(GROUPS);
        int other = chance.nextInt(GROUPS);
        Set<Integer> liked = new LinkedHashSet<>();
        while (liked.size() < likes) {
            // The square of an even draw: the first tenth of all has a third of all likes.
            double place = chance.nextDouble();
            int item = (int) (place * place * items);
            if (chance.nextInt(5) > 0) {
                item = item - item % GROUPS + (chance.nextBoolean() ? one : other);
            }
            liked.add(1 + Math.min(items - 1, item));
        }
        return liked;
    }
}
