package com.videowindow.patina.domain.catalog;

import com.videowindow.patina.domain.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of content as it stands.
 *
 * @param transcript spoken words, at most 100,000 characters
 * @param embedding a vector supplied from outside, at most 2,048 numbers
 */
public record Content(
        ContentId id,
        Description description,
        @Nullable String transcript,
        @Nullable Duration duration,
        Instant publishedAt,
        List<Float> embedding) {

    public Content {
        Check.optionalText("transcript", transcript, 100_000);
        if (duration != null && (duration.isNegative() || duration.toHours() > 48)) {
            throw new IllegalArgumentException("duration must be between 0 and 48 hours");
        }
        embedding = Check.atMost("embedding", 2_048, embedding);
        if (embedding.stream().anyMatch(number -> !Float.isFinite(number))) {
            throw new IllegalArgumentException("embedding must have finite numbers only");
        }
    }
}
