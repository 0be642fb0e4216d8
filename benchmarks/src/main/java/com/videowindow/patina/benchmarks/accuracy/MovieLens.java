package com.videowindow.patina.benchmarks.accuracy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The open data sets by name, in the layouts in which GroupLens gives them out. */
enum MovieLens {
    ML_100K("ml-100k", "u.data") {
        @Override
        Map<String, BitSet> genresByItem(Path folder) throws IOException {
            Map<String, BitSet> genres = new HashMap<>();
            for (String line : Files.readAllLines(folder.resolve("u.item"), StandardCharsets.ISO_8859_1)) {
                String[] cells = line.split(Pattern.quote("|"), -1);
                BitSet own = new BitSet();
                for (int flag = 5; flag < cells.length; flag++) {
                    own.set(flag - 5, cells[flag].equals("1"));
                }
                genres.put(cells[0], own);
            }
            return genres;
        }
    },
    ML_LATEST_SMALL("ml-latest-small", "ratings.csv") {
        @Override
        Map<String, BitSet> genresByItem(Path folder) throws IOException {
            Map<String, Integer> numbers = new TreeMap<>();
            Map<String, BitSet> genres = new HashMap<>();
            for (String line : Files.readAllLines(folder.resolve("movies.csv"))) {
                BitSet own = new BitSet();
                for (String name : line.substring(line.lastIndexOf(',') + 1).split(Pattern.quote("|"), -1)) {
                    if (!name.startsWith("(")) {
                        own.set(numbers.computeIfAbsent(name, unknown -> numbers.size()));
                    }
                }
                genres.put(line.substring(0, line.indexOf(',')), own);
            }
            return genres;
        }
    };

    private final String folder;
    private final String ratings;

    MovieLens(String folder, String ratings) {
        this.folder = folder;
        this.ratings = ratings;
    }

    /** As it is called on the command line: the name of its folder. */
    String folder() {
        return folder;
    }

    Path ratings(Path above) {
        return above.resolve(folder).resolve(ratings);
    }

    abstract Map<String, BitSet> genresByItem(Path folder) throws IOException;

    /** Of each item its genres by number; none for those that the data set does not tell of. */
    List<BitSet> genres(Path above, List<String> items) throws IOException {
        Map<String, BitSet> byItem = genresByItem(above.resolve(folder));
        List<BitSet> genres = new ArrayList<>();
        items.forEach(item -> genres.add(byItem.getOrDefault(item, new BitSet())));
        return genres;
    }
}
