package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ratings of a MovieLens set, person by person. The sets are sorted by person, so one person's ratings are held at
 * a time and a set of any size passes; were one not sorted, people would only come several times.
 */
final class Ratings implements AutoCloseable {

    /** What one person rated, as events that name themselves the same in every run. */
    record Person(String userId, List<ObjectNode> events) {}

    private final MappingIterator<Map<String, String>> lines;
    private final Set<String> films;
    private final Tally tally;
    private @Nullable Map<String, String> ahead;

    Ratings(MovieLens set, Set<String> films, Tally tally) throws IOException {
        this.lines = set.ratings();
        this.films = films;
        this.tally = tally;
    }

    /** The next person; null after the last. */
    @Nullable
    Person next() {
        Map<String, String> line = ahead != null ? ahead : read();
        ahead = null;
        if (line == null) {
            return null;
        }
        String user = line.getOrDefault("userId", "");
        List<ObjectNode> events = new ArrayList<>();
        while (line != null && line.getOrDefault("userId", "").equals(user)) {
            ObjectNode event = event(user, line);
            if (event != null) {
                events.add(event);
            }
            line = read();
        }
        ahead = line;
        return new Person(named(user), events);
    }

    static String named(String user) {
        return "ml-" + user;
    }

    private @Nullable Map<String, String> read() {
        if (!lines.hasNext()) {
            return null;
        }
        tally.read("ratings");
        return lines.next();
    }

    private @Nullable ObjectNode event(String user, Map<String, String> line) {
        String film = "ml-" + line.getOrDefault("movieId", "");
        if (user.isBlank() || !films.contains(film)) {
            tally.skipped("rating by nobody or of an unknown film", 1);
            return null;
        }
        try {
            double stars = Double.parseDouble(line.getOrDefault("rating", ""));
            Instant at = Instant.ofEpochSecond(Long.parseLong(line.getOrDefault("timestamp", "")));
            if (!(stars >= 0.5 && stars <= 5)) {
                tally.skipped("rating not between 0.5 and 5", 1);
                return null;
            }
            ObjectNode event = Http.JSON.createObjectNode();
            event.put("messageId", "ml-" + user + "-" + film.substring(3)).put("contentId", film);
            event.put("kind", "rate").put("at", at.toString());
            event.putObject("engagement").put("rating", stars);
            return event;
        } catch (NumberFormatException | DateTimeException unreadable) {
            tally.skipped("rating or its time is no number", 1);
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
