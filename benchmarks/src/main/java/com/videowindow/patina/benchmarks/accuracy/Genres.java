package com.videowindow.patina.benchmarks.accuracy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What films are like, as MovieLens tells it beside the ratings: genres, and of which part of which decade they are. */
final class Genres {
    private static final Pattern YEAR = Pattern.compile("\\((\\d{4})\\)");
    private static final String A_YEAR = "year ";
    private static final String NONE = "(no genres listed)";
    private static final int YEARS = 5;
    private static final int FIRST_GENRE = 5;

    private Genres() {}

    /** By the names of facets the numbers of the items that have them; nothing where there is no such file. */
    static SortedMap<String, int[]> beside(Path ratings, List<String> items) throws IOException {
        Path old = ratings.resolveSibling("u.item");
        Path newer = ratings.resolveSibling("movies.csv");
        if (Files.exists(old)) {
            return having(items, Files.readAllLines(old, StandardCharsets.ISO_8859_1), Genres::ofOld);
        }
        return Files.exists(newer)
                ? having(items, Files.readAllLines(newer), Genres::ofNewer)
                : Collections.emptySortedMap();
    }

    private interface Facets {
        List<String> of(String line);
    }

    private static SortedMap<String, int[]> having(List<String> items, List<String> lines, Facets told) {
        Map<String, Integer> numbers = new TreeMap<>();
        for (int item = 0; item < items.size(); item++) {
            numbers.put(items.get(item), item);
        }
        Map<String, List<Integer>> having = new TreeMap<>();
        for (String line : lines) {
            Integer item = numbers.get(line.split("[|,]", 2)[0]);
            if (item != null) {
                told.of(line).forEach(facet -> having.computeIfAbsent(facet, name -> new ArrayList<>())
                        .add(item));
            }
        }
        SortedMap<String, int[]> facets = new TreeMap<>();
        having.forEach((facet, some) -> facets.put(facet, array(some)));
        return facets;
    }

    /** Of each item its genres, by numbers; empty where nothing is told. */
    static List<BitSet> byItem(Ratings ratings) {
        if (ratings.facets().isEmpty()) {
            return List.of();
        }
        List<BitSet> byItem = new ArrayList<>();
        ratings.items().forEach(item -> byItem.add(new BitSet()));
        List<String> names = List.copyOf(ratings.facets().keySet());
        ratings.facets().forEach((name, having) -> {
            if (!name.startsWith(A_YEAR) && !name.equals(NONE)) {
                Arrays.stream(having).forEach(item -> byItem.get(item).set(names.indexOf(name)));
            }
        });
        return byItem;
    }

    private static int[] array(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(number -> number).toArray();
    }

    /** number|title (year)|date||address|one or nought for each genre */
    private static List<String> ofOld(String line) {
        String[] cells = line.split("\\|", -1);
        List<String> facets = years(cells[1]);
        for (int i = FIRST_GENRE; i < cells.length; i++) {
            if (cells[i].equals("1")) {
                facets.add("genre " + (i - FIRST_GENRE));
            }
        }
        return facets;
    }

    /** number,title (year),genre|genre */
    private static List<String> ofNewer(String line) {
        List<String> facets = years(line);
        facets.addAll(List.of(line.substring(line.lastIndexOf(',') + 1).split("\\|")));
        return facets;
    }

    private static List<String> years(String title) {
        List<String> facets = new ArrayList<>();
        Matcher year = YEAR.matcher(title);
        if (year.find()) {
            facets.add(A_YEAR + Integer.parseInt(year.group(1)) / YEARS * YEARS);
        }
        return facets;
    }
}
