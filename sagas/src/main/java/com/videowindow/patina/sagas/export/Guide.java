package com.videowindow.patina.sagas.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.json.PatinaJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What article 15(1) wants told beside the data, in plain words: {@code export/guide.json}, where operators add what only they
 * know. For how long it is kept, and who is shown it, is what the register says of the events that a part is made of.
 */
final class Guide {
    private static final String FILE = "/export/guide.json";

    private final JsonNode words;
    private final Terms terms;

    Guide(Terms terms) {
        this.terms = terms;
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
        return new Chapter(
                found.path("title").asText(),
                found.path("what").asText(),
                texts(found.path("purposes")),
                found.path("lawfulBasis").asText(),
                found.path("source").asText(),
                recipients(texts(found.path("events"))),
                found.path("retention").asText(retention(texts(found.path("events")))),
                found.hasNonNull("logic") ? found.path("logic").asText() : null);
    }

    private String recipients(List<String> events) {
        String shown = terms.recipients(events).stream()
                .map(one -> words.path("recipients")
                        .path(one.name().toLowerCase(Locale.ROOT))
                        .asText())
                .collect(Collectors.joining("; "));
        return usual("recipients").formatted(shown);
    }

    private String retention(List<String> events) {
        String months = terms.months(events).stream().map(String::valueOf).collect(Collectors.joining(" or "));
        return months.isEmpty() ? usual("endless") : usual("retention").formatted(months);
    }

    private String usual(String what) {
        return words.path("usual").path(what).asText();
    }

    List<String> rights() {
        return texts(words.path("rights"));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
