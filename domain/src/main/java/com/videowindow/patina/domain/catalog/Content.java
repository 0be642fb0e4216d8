package com.videowindow.patina.domain.catalog;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Facets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of content as it stands.
 *
 * @param transcript spoken words, at most 100,000 characters
 * @param embedding a vector supplied from outside, at most 2,048 numbers
 * @param read what of the kinds of facets that the description lacks was read from title, tags, description and transcript,
 *     surest first
 */
public record Content(
        ContentId id,
        Description description,
        @Nullable String transcript,
        @Nullable Duration duration,
        Instant publishedAt,
        List<Float> embedding,
        List<ReadFacet> read) {
    /** With all that a description can state, no more than {@link Facets} hold. */
    public static final int MOST_READ = 12;

    public Content {
        Check.optionalText("transcript", transcript, 100_000);
        if (duration != null && (duration.isNegative() || duration.toHours() > 48)) {
            throw new IllegalArgumentException("duration must be between 0 and 48 hours");
        }
        embedding = Check.atMost("embedding", 2_048, embedding);
        if (embedding.stream().anyMatch(number -> !Float.isFinite(number))) {
            throw new IllegalArgumentException("embedding must have finite numbers only");
        }
        read = Check.atMost("read", MOST_READ, read);
    }

    /** Of which nothing was read. */
    public Content(
            ContentId id,
            Description description,
            @Nullable String transcript,
            @Nullable Duration duration,
            Instant publishedAt,
            List<Float> embedding) {
        this(id, description, transcript, duration, publishedAt, embedding, List.of());
    }

    /** The same, of which this was read. */
    public Content reading(List<ReadFacet> facets) {
        return new Content(id, description, transcript, duration, publishedAt, embedding, facets);
    }

    /** Whether nothing differs but what was read. */
    public boolean isAsTold(Content other) {
        return reading(List.of()).equals(other.reading(List.of()));
    }

    /** What it is taken to be about: what was stated, and what was read of it surely enough. */
    public Facets facets() {
        List<Facet> all = new ArrayList<>(description.facets().values());
        read.stream().filter(ReadFacet::isBelieved).map(ReadFacet::facet).forEach(all::add);
        return new Facets(all);
    }
}
