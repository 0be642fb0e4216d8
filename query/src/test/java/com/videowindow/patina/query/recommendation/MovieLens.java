package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interaction.MessageId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The MovieLens set as content and events, each person's in the order of time. */
record MovieLens(Map<ContentId, Content> films, Map<Integer, List<InteractionRecorded>> ratings) {

    static Path folder() {
        return Path.of(System.getProperty("patina.data.dir", "."), "movielens", "ml-latest-small");
    }

    static MovieLens read() {
        Map<ContentId, Content> films = new TreeMap<>();
        for (String line : lines("movies.csv")) {
            Content film = film(line);
            films.put(film.id(), film);
        }
        Map<Integer, List<InteractionRecorded>> ratings = new TreeMap<>();
        for (String line : lines("ratings.csv")) {
            String[] cells = line.split(",", -1);
            int person = Integer.parseInt(cells[0]);
            ratings.computeIfAbsent(person, unknown -> new ArrayList<>()).add(rating(person, cells, films));
        }
        ratings.values()
                .forEach(own -> own.sort(Comparator.comparing(InteractionRecorded::at)
                        .thenComparing(rating -> rating.message().value())));
        return new MovieLens(films, ratings);
    }

    static SubjectId subject(int person) {
        return new SubjectId(new UUID(0, person));
    }

    static boolean likes(InteractionRecorded rating) {
        Double stars = rating.engagement().rating();
        return stars != null && stars >= 4;
    }

    private static InteractionRecorded rating(int person, String[] cells, Map<ContentId, Content> films) {
        Content film = films.get(new ContentId("ml-" + cells[1]));
        if (film == null) {
            throw new IllegalStateException("a rating of no film");
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(cells[3]));
        return new InteractionRecorded(
                subject(person),
                new MessageId(cells[0] + "-" + cells[1]),
                null,
                InteractionKind.RATE,
                film.id(),
                film.description().facets(),
                new Engagement(null, null, Double.parseDouble(cells[2])),
                InteractionContext.NONE,
                null,
                at,
                at);
    }

    private static Content film(String line) {
        int first = line.indexOf(',');
        int last = line.lastIndexOf(',');
        String title = line.substring(first + 1, last).replaceAll("^\"|\"$", "");
        List<String> genres = List.of(line.substring(last + 1).split("\\|"));
        Description description = new Description(
                title,
                null,
                null,
                new CreatorId("movielens"),
                genres.getFirst(),
                null,
                genres.subList(1, genres.size()),
                List.of(),
                List.of(),
                null,
                List.of(),
                null);
        return new Content(
                new ContentId("ml-" + line.substring(0, first)),
                description,
                null,
                null,
                Instant.parse("2000-01-01T00:00:00Z"),
                List.of());
    }

    private static List<String> lines(String file) {
        try {
            List<String> lines = Files.readAllLines(folder().resolve(file));
            return lines.subList(1, lines.size());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
