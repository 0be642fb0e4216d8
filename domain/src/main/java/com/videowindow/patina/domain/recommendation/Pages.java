package com.videowindow.patina.domain.recommendation;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.catalog.ContentId;
import java.time.Instant;
import java.util.List;

/**
 * The pages before a page. Together they are one list, seen through a window that moves on: a page is drawn by the seed of
 * the first and ranked at its time, and what stands above counts for likeness, so that nothing comes twice, and nothing on a
 * later page would have stood higher on an earlier one.
 *
 * @param first its id seeds what is explored on all pages
 * @param since when that was made
 * @param above what stood on them, in order
 */
public record Pages(RecommendationId first, Instant since, List<ContentId> above) {
    /** Nobody pages further, and each page is stored with all that stands above it. */
    public static final int MOST = 1_000;

    public Pages {
        above = Check.atMost("above", MOST, above);
    }
}
