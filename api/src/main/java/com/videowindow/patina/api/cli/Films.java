package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The films of a MovieLens set as content: genres become categories, what people tagged becomes tags. */
final class Films {

    private static final Pattern YEAR = Pattern.compile("\\((\\d{4})(?:[-–]\\d{0,4})?\\)\\s*$");
    private static final String NO_YEAR = "1970";
    private static final int MOST_TAGS = 100;
    private static final int LONGEST_TAG = 100;

    private Films() {}

    static List<ObjectNode> of(MovieLens set, Tally tally) throws IOException {
        Map<String, Map<String, Integer>> tags = tags(set, tally);
        List<ObjectNode> films = new ArrayList<>();
        try (MappingIterator<Map<String, String>> lines = set.movies()) {
            while (lines.hasNext()) {
                Map<String, String> line = lines.next();
                String id = line.getOrDefault("movieId", "");
                String title = line.getOrDefault("title", "").strip();
                tally.read("films");
                if (id.isBlank() || title.isBlank()) {
                    tally.skipped("film without id or title", 1);
                    continue;
                }
                Map<String, Integer> given = tags.remove(id);
                films.add(film(
                        id,
                        title,
                        line.getOrDefault("genres", ""),
                        given == null ? Map.of() : commonest(given, tally)));
                if (!YEAR.matcher(title).find()) {
                    tally.skipped("year that a title does not name; " + NO_YEAR + " stands for it", 1);
                }
            }
        }
        tags.values().forEach(none -> tally.skipped("tag of a film that is not in the set", total(none)));
        return films;
    }

    /** The tags that a film keeps, those first that were given most often. */
    private static Map<String, Integer> commonest(Map<String, Integer> tags, Tally tally) {
        Map<String, Integer> kept = new LinkedHashMap<>();
        tags.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TAGS)
                .forEach(tag -> kept.put(tag.getKey(), tag.getValue()));
        tally.partOfFilms("tags", total(kept));
        if (kept.size() < tags.size()) {
            tally.skipped("tag beyond the " + MOST_TAGS + " commonest of its film", total(tags) - total(kept));
        }
        return kept;
    }

    private static long total(Map<String, Integer> tags) {
        return tags.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static ObjectNode film(String id, String title, String genres, Map<String, Integer> tags) {
        List<String> names =
                genres.isBlank() || genres.startsWith("(no genres") ? List.of() : List.of(genres.split("\\|"));
        Matcher year = YEAR.matcher(title);
        ObjectNode film = Http.JSON.createObjectNode();
        film.put("id", "ml-" + id).put("title", title).put("creator", "movielens");
        // Without a genre it has no category: an invented one would become a taste of its own.
        names.stream().limit(1).forEach(first -> film.put("category", first));
        names.stream().skip(1).forEach(film.putArray("alsoIn")::add);
        tags.keySet().forEach(film.putArray("tags")::add);
        return film.put("publishedAt", (year.find() ? year.group(1) : NO_YEAR) + "-01-01T00:00:00Z");
    }

    /** How often each tag was given, by film. */
    private static Map<String, Map<String, Integer>> tags(MovieLens set, Tally tally) throws IOException {
        Map<String, Map<String, Integer>> found = new HashMap<>();
        try (MappingIterator<Map<String, String>> lines = set.tags()) {
            while (lines.hasNext()) {
                Map<String, String> line = lines.next();
                String tag = line.getOrDefault("tag", "").strip().toLowerCase(Locale.ROOT);
                tally.read("tags");
                if (tag.isBlank() || tag.length() > LONGEST_TAG) {
                    tally.skipped("tag blank or longer than " + LONGEST_TAG + " characters", 1);
                    continue;
                }
                found.computeIfAbsent(line.getOrDefault("movieId", ""), film -> new HashMap<>())
                        .merge(tag, 1, Integer::sum);
            }
        }
        return found;
    }
}
