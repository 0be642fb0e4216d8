package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Neighbours;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the content whose factors go best with somebody's, where the catalogue is too large to multiply all of them for each list. */
public interface NearestContent {
    /** Asks nobody. */
    NearestContent NOBODY = new NearestContent() {
        @Override
        public boolean isAsked() {
            return false;
        }

        @Override
        public Neighbours find(Wish wish) {
            throw new IllegalStateException("nobody is asked");
        }
    };

    /**
     * Nearest to what, and what of it may be offered as far as an index can know; what it cannot know is sorted out afterwards.
     *
     * @param vector somebody's factors, in the order of the model's
     * @param having of each of these sets one facet
     * @param languages of each of these sets one; content without a language is for everybody
     * @param avoided facets that it has none of
     * @param without by name
     * @param time to answer in; absent where only the finder's own patience counts
     */
    record Wish(
            ModelVersion model,
            List<Float> vector,
            List<Set<Facet>> having,
            List<Set<String>> languages,
            Set<Facet> avoided,
            Set<ContentId> without,
            @Nullable Duration time) {}

    /** Whether lists of large catalogues are to ask. */
    boolean isAsked();

    /** Never fails, and is not late: it says why it found nothing. */
    Neighbours find(Wish wish);
}
