package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.Lines.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Who had to do with what and when, users and items numbered in the order of their names; whoever rated anything, however
 * badly, had to do with it, as in the published tables.
 *
 * @param users names, by number
 * @param items names, by number
 * @param all in the order of the file, each pair of user and item once
 * @param facets by their names the numbers of the items that have them, as far as it is told
 */
record Ratings(List<String> users, List<String> items, List<Rating> all, SortedMap<String, int[]> facets) {

    /** One line. */
    record Rating(int user, int item, double value, long time) {}

    /** Of lines that tell of a user and an item again, the first counts. */
    static Ratings of(List<Line> lines) {
        List<String> users = names(lines, Line::user);
        List<String> items = names(lines, Line::item);
        Map<String, Integer> userNumbers = numbered(users);
        Map<String, Integer> itemNumbers = numbered(items);
        Set<Long> met = new HashSet<>();
        List<Rating> all = new ArrayList<>(lines.size());
        for (Line line : lines) {
            int user = userNumbers.getOrDefault(line.user(), -1);
            int item = itemNumbers.getOrDefault(line.item(), -1);
            if (met.add((long) user << 32 | item)) {
                all.add(new Rating(user, item, line.value(), line.time()));
            }
        }
        return new Ratings(users, items, all, Collections.emptySortedMap());
    }

    /** These ratings of the same users and items. */
    Ratings only(List<Rating> some) {
        return new Ratings(users, items, some, facets);
    }

    Ratings with(SortedMap<String, int[]> known) {
        return new Ratings(users, items, all, known);
    }

    /** Whether values are of the scale of one to five, of which some are bad. */
    boolean areOfStars() {
        double least = all.stream().mapToDouble(Rating::value).min().orElse(1);
        double most = all.stream().mapToDouble(Rating::value).max().orElse(1);
        return least < most && least >= 0 && most <= 5;
    }

    /** Each user's, in the order of all. */
    List<List<Rating>> byUser() {
        List<List<Rating>> own = new ArrayList<>();
        users.forEach(user -> own.add(new ArrayList<>()));
        all.forEach(rating -> own.get(rating.user()).add(rating));
        return own;
    }

    private static List<String> names(List<Line> lines, Function<Line, String> column) {
        TreeSet<String> names = new TreeSet<>();
        lines.forEach(line -> names.add(column.apply(line)));
        return List.copyOf(names);
    }

    private static Map<String, Integer> numbered(List<String> names) {
        Map<String, Integer> numbers = HashMap.newHashMap(names.size());
        names.forEach(name -> numbers.put(name, numbers.size()));
        return numbers;
    }
}
