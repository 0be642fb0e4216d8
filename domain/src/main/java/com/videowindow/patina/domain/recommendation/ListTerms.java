package com.videowindow.patina.domain.recommendation;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.catalog.ContentId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What else a list was asked to be, beside its length and what it chooses from.
 *
 * @param excluded not to be offered
 * @param occasion absent in the feed
 * @param pages absent on the first page
 */
public record ListTerms(
        List<ContentId> excluded,
        Filter filter,
        @Nullable Occasion occasion,
        @Nullable Pages pages) {
    public static final int MOST_EXCLUDED = 200;
    public static final ListTerms NOTHING = new ListTerms(List.of(), Filter.NONE, null, null);

    public ListTerms {
        excluded = Check.atMost("excluded", MOST_EXCLUDED, excluded);
    }

    public Surface surface() {
        return occasion == null ? Surface.FEED : occasion.surface();
    }

    /** All content that it names. */
    public Stream<ContentId> named() {
        return Stream.of(
                        excluded.stream(),
                        occasion == null ? Stream.<ContentId>empty() : Stream.ofNullable(occasion.watched()),
                        above().stream())
                .flatMap(each -> each);
    }

    /** What stood on the pages before. */
    public List<ContentId> above() {
        return pages == null ? List.of() : pages.above();
    }

    public ListTerms after(Pages before) {
        return new ListTerms(excluded, filter, occasion, before);
    }
}
