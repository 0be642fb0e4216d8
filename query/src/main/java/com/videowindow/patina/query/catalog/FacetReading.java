package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ReadFacet;
import com.videowindow.patina.learning.extraction.FacetExtractor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Reads what content does not state of itself, with the words of what is shown. What was read is published with the content,
 * so that the log says it and nothing depends on when it is read.
 *
 * <p>Cost: the words of all that is shown once a minute at most, while something is published.
 */
@Component
public final class FacetReading {
    private static final Duration OLD_AFTER = Duration.ofMinutes(1);

    private final LiveCatalog catalog;
    private Known known = new Known(LogPosition.START, FacetExtractor.of(List.of()), Instant.MIN);

    private record Known(LogPosition of, FacetExtractor extractor, Instant at) {}

    FacetReading(LiveCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * With what is read of it; what is told again in the same words keeps what was read the first time.
     *
     * @param now by which the words that are known may be old
     */
    public Content read(Content told, Instant now) {
        return catalog.content(told.id()).filter(told::isAsTold).orElseGet(() -> readAgain(told, now));
    }

    /** With what is read of it now. */
    public Content readAgain(Content told, Instant now) {
        return told.reading(extractor(now).read(told).stream()
                .limit(Content.MOST_READ)
                .map(one -> new ReadFacet(one.facet(), rounded(one.confidence())))
                .toList());
    }

    /** What is shown now, to be read again. */
    public List<Content> shown() {
        return shown(catalog.snapshot());
    }

    private static List<Content> shown(CatalogSnapshot snapshot) {
        return IntStream.range(0, snapshot.size()).mapToObj(snapshot::content).toList();
    }

    private static double rounded(double confidence) {
        return Math.rint(confidence * 1_000) / 1_000;
    }

    private synchronized FacetExtractor extractor(Instant now) {
        CatalogSnapshot snapshot = catalog.snapshot();
        if (known.at().plus(OLD_AFTER).isBefore(now) && !snapshot.position().equals(known.of())) {
            known = new Known(snapshot.position(), FacetExtractor.of(shown(snapshot)), now);
        }
        return known.extractor();
    }
}
