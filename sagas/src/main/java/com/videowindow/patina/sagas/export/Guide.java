package com.videowindow.patina.sagas.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.domain.privacy.Operator;
import com.videowindow.patina.json.PatinaJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What article 15 wants told beside the data, in plain words: {@code export/guide.json}, where operators add what only they
 * know. What it is for, on which basis, for how long it is kept and who is given it is what the register says of the events
 * and read models that a part is made of.
 */
@Component
final class Guide {
    private static final String FILE = "/export/guide.json";

    private final JsonNode words;
    private final Terms terms;
    private final Others others;

    Guide(Terms terms, Others others) {
        this.terms = terms;
        this.others = others;
        try (InputStream in = Objects.requireNonNull(Guide.class.getResourceAsStream(FILE))) {
            words = PatinaJson.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * About one part.
     *
     * @param logic of the profiling that it is used for or comes from; absent where there is none
     */
    record Chapter(
            String title,
            String what,
            List<String> purposes,
            String lawfulBasis,
            String source,
            String recipients,
            String retention,
            @Nullable String logic) {}

    /** @throws IllegalStateException when nothing is said about such a part, so that none is handed out unexplained */
    Chapter chapter(String part) {
        JsonNode found = words.path("parts").path(part);
        if (found.isMissingNode()) {
            throw new IllegalStateException(FILE + " says nothing about " + part);
        }
        Terms.Of said =
                terms.of(texts(found.path("events")), found.path("model").asText(null));
        return new Chapter(
                found.path("title").asText(),
                found.path("what").asText(),
                said.purposes().stream().map(one -> word("purposes", one)).toList(),
                said.bases().stream().map(one -> word("bases", one)).collect(Collectors.joining("; "))
                        + found.path("law").asText(),
                found.path("source").asText(),
                recipients(said),
                found.path("retention").asText(retention(said)),
                found.hasNonNull("logic") ? found.path("logic").asText() : null);
    }

    private String recipients(Terms.Of said) {
        String shown = said.recipients().stream()
                .map(one -> word("recipients", one).formatted(others.names()))
                .collect(Collectors.joining("; "));
        return usual("recipients").formatted(shown);
    }

    private String retention(Terms.Of said) {
        String months = said.months().stream().map(String::valueOf).collect(Collectors.joining(" or "));
        return months.isEmpty() ? usual("endless") : usual("retention").formatted(months);
    }

    /** What is asked by article 15(1) and (2), point by point, of these parts. */
    List<Point> points(List<String> parts, Instant now) {
        return List.of(
                point("a", each(parts, one -> String.join(". ", one.purposes()) + ". " + one.lawfulBasis())),
                point("b", each(parts, Chapter::what)),
                point("c", given(parts, now)),
                point("d", each(parts, Chapter::retention)),
                point("e", rights()),
                point(
                        "f",
                        List.of(words.path("complaint")
                                .asText()
                                .formatted(others.operator().authority()))),
                point("g", each(parts, Chapter::source)),
                point("h", decisions(parts)),
                new Point(
                        "15(2)",
                        asks("2"),
                        List.of(others.operator().transfers(), others.operator().locations())));
    }

    private Point point(String letter, List<String> answer) {
        return new Point("15(1)(" + letter + ")", asks(letter), answer);
    }

    private String asks(String point) {
        return words.path("asks").path(point).asText();
    }

    private List<String> each(List<String> parts, Function<Chapter, @Nullable String> what) {
        List<String> all = new ArrayList<>();
        for (String part : parts) {
            Chapter chapter = chapter(part);
            String said = what.apply(chapter);
            if (said != null) {
                all.add(chapter.title() + ": " + said);
            }
        }
        return all;
    }

    private List<String> given(List<String> parts, Instant now) {
        List<String> all = new ArrayList<>(each(parts, Chapter::recipients));
        others.ofPurposes(now)
                .forEach((purpose, who) ->
                        all.add(words.path("forwarded").asText().formatted(purpose, who)));
        return all;
    }

    private List<String> decisions(List<String> parts) {
        List<String> all = new ArrayList<>(texts(words.path("decisions")));
        all.addAll(each(parts, Chapter::logic));
        return all;
    }

    List<String> rights() {
        return texts(words.path("rights"));
    }

    Operator operator() {
        return others.operator();
    }

    private String usual(String what) {
        return words.path("usual").path(what).asText();
    }

    /** @throws IllegalStateException where there is none */
    private String word(String kind, Enum<?> one) {
        JsonNode word = words.path(kind).path(one.name().toLowerCase(Locale.ROOT));
        if (word.isMissingNode()) {
            throw new IllegalStateException(FILE + " has no word for " + one);
        }
        return word.asText();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
