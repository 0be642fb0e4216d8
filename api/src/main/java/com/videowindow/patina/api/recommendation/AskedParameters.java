package com.videowindow.patina.api.recommendation;

import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.Problem.FieldError;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.catalog.Catalog;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.recommendation.Filter;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.Occasion;
import com.videowindow.patina.domain.recommendation.Surface;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a list is to be without, what it is to have, and for which place it is. */
@Component
final class AskedParameters {

    private final Catalog catalog;

    AskedParameters(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * As it was said.
     *
     * @param about the content that was watched, or the product
     */
    record Words(
            List<String> exclude,
            List<String> facets,
            @Nullable String language,
            @Nullable String maxDuration,
            @Nullable Surface surface,
            @Nullable String about) {}

    /** Of an address: one after the other, or several in one with commas between. */
    static List<String> several(@Nullable List<String> said) {
        return said == null
                ? List.of()
                : said.stream()
                        .flatMap(each -> Arrays.stream(each.split(",", -1)))
                        .map(String::strip)
                        .toList();
    }

    ListTerms parse(Words words) {
        return new ListTerms(
                entries("exclude", ListTerms.MOST_EXCLUDED, words.exclude(), ContentId::new),
                new Filter(
                        entries("facets", Filter.MOST_FACETS, words.facets(), Facet::parse),
                        language(words.language()),
                        duration(words.maxDuration())),
                occasion(words.surface() == null ? Surface.FEED : words.surface(), words.about()),
                null);
    }

    /** What was watched lately, all of which there has to be. */
    List<ContentId> known(String field, List<ContentId> contents) {
        for (int i = 0; i < contents.size(); i++) {
            demandKnown(field + "[" + i + "]", contents.get(i));
        }
        return contents;
    }

    private static <T> List<T> entries(String field, int most, List<String> said, Function<String, T> reading) {
        if (said.size() > most) {
            throw Unacceptable.field(field, "must have at most " + most + " entries");
        }
        return said.stream()
                .map(one -> read(field, () -> reading.apply(one)))
                .distinct()
                .toList();
    }

    private static <T> T read(String field, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException wrong) {
            throw Unacceptable.field(field, String.valueOf(wrong.getMessage()));
        }
    }

    private static @Nullable String language(@Nullable String tag) {
        return tag == null ? null : read("language", () -> Check.language("language", tag));
    }

    private static @Nullable Duration duration(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse(text);
            if (duration.isPositive() && duration.compareTo(Duration.ofDays(2)) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException wrong) {
            // told below
        }
        throw Unacceptable.field("maxDuration", "must be an ISO 8601 duration of at most two days, such as PT20M");
    }

    private @Nullable Occasion occasion(Surface surface, @Nullable String about) {
        if ((surface == Surface.FEED) != (about == null)) {
            throw Unacceptable.field(
                    "about",
                    about == null
                            ? "must name the content that was watched, or the product, where surface is after_watch or product"
                            : "is for the surfaces after_watch and product");
        }
        return about == null ? null : occasion(surface, read("about", () -> new ContentId(about)), about);
    }

    private @Nullable Occasion occasion(Surface surface, ContentId watched, String about) {
        return switch (surface) {
            case FEED -> null;
            case AFTER_WATCH -> {
                demandKnown("about", watched);
                yield new Occasion(watched, null);
            }
            case PRODUCT -> {
                ProductId product = read("about", () -> new ProductId(about));
                if (catalog.product(product).isEmpty()) {
                    throw unknown(ProblemType.UNKNOWN_PRODUCT, "about", "names no product");
                }
                yield new Occasion(null, product);
            }
        };
    }

    private void demandKnown(String field, ContentId content) {
        if (catalog.content(content).isEmpty()) {
            throw unknown(ProblemType.UNKNOWN_CONTENT, field, "names no content");
        }
    }

    private static Unacceptable unknown(ProblemType type, String field, String why) {
        return new Unacceptable(Problem.of(type, null, List.of(new FieldError(field, why))));
    }
}
