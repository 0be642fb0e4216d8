package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
                    tally.skipped("film without id or title");
                    continue;
                }
                films.add(film(id, title, line.getOrDefault("genres", ""), tags.getOrDefault(id, Map.of())));
            }
        }
        return films;
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
        tags.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TAGS)
                .map(Map.Entry::getKey)
                .forEach(film.putArray("tags")::add);
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
                    tally.skipped("tag blank or longer than " + LONGEST_TAG + " characters");
                    continue;
                }
                found.computeIfAbsent(line.getOrDefault("movieId", ""), film -> new HashMap<>())
                        .merge(tag, 1, Integer::sum);
            }
        }
        return found;
    }
}
