package com.videowindow.patina.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who had to do with what and when, users and items numbered in the order of their names; whoever rated anything, however
 * badly, had to do with it, as in the published tables.
 *
 * @param users how many there are
 * @param items names, by number
 * @param all in the order of the file
 * @param facets for each the numbers of the items that have it, as far as it is told
 */
record Ratings(int users, List<String> items, List<Rating> all, List<int[]> facets) {
    private static final Pattern BETWEEN = Pattern.compile("[\t,; ]+|::");

    /** One line. */
    record Rating(int user, int item, double value, long time) {}

    /** Lines of user, item, and where there are, value and time; a first line of words is passed over. */
    static Ratings read(Path file) throws IOException {
        List<String[]> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = BETWEEN.split(line.strip());
            boolean words = lines.isEmpty() && cells.length > 2 && !isNumber(cells[2]);
            if (cells.length >= 2 && !words) {
                lines.add(cells);
            }
        }
        Map<String, Integer> users = numbered(lines, 0);
        Map<String, Integer> items = numbered(lines, 1);
        List<Rating> all = new ArrayList<>(lines.size());
        for (String[] cells : lines) {
            all.add(new Rating(
                    users.getOrDefault(cells[0], -1),
                    items.getOrDefault(cells[1], -1),
                    cells.length > 2 ? Double.parseDouble(cells[2]) : 1,
                    cells.length > 3 ? Long.parseLong(cells[3]) : 0));
        }
        List<String> names = List.copyOf(items.keySet());
        return new Ratings(users.size(), names, all, Genres.beside(file, names));
    }

    /** Whether values are of the scale of one to five, of which some are bad. */
    boolean areOfStars() {
        double least = all.stream().mapToDouble(Rating::value).min().orElse(1);
        double most = all.stream().mapToDouble(Rating::value).max().orElse(1);
        return least < most && least >= 0 && most <= 5;
    }

    private static boolean isNumber(String cell) {
        return !cell.isEmpty() && (Character.isDigit(cell.charAt(0)) || cell.charAt(0) == '-');
    }

    private static Map<String, Integer> numbered(List<String[]> lines, int column) {
        TreeSet<String> names = new TreeSet<>();
        lines.forEach(cells -> names.add(cells[column]));
        Map<String, Integer> numbers = new TreeMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        return numbers;
    }
}
