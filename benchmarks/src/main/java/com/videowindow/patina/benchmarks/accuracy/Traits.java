package com.videowindow.patina.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What ML-100K tells of its users, for a look at whom a recommender serves worse. No recommender is given it. */
enum Traits {
    AGE {
        @Override
        String of(String[] user) {
            int age = Integer.parseInt(user[1]);
            return BANDS.stream()
                    .filter(band -> age <= band.to())
                    .findFirst()
                    .orElseThrow()
                    .name();
        }
    },
    GENDER {
        @Override
        String of(String[] user) {
            return user[2];
        }
    },
    OCCUPATION {
        @Override
        String of(String[] user) {
            return user[3];
        }
    };

    private record Band(String name, int to) {}

    /** Those of MovieLens' later sets. */
    private static final List<Band> BANDS = List.of(
            new Band("17 and under", 17),
            new Band("18-24", 24),
            new Band("25-34", 34),
            new Band("35-44", 44),
            new Band("45-49", 49),
            new Band("50-55", 55),
            new Band("56 and over", Integer.MAX_VALUE));

    /** @param user the columns of id, age, gender, occupation */
    abstract String of(String[] user);

    /** By the users' names. */
    Map<String, String> read(Path file) throws IOException {
        Map<String, String> traits = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(Pattern.quote("|"), -1);
            traits.put(cells[0], of(cells));
        }
        return traits;
    }
}
