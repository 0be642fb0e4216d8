package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Rung;
import com.videowindow.patina.domain.recommendation.Surface;
import com.videowindow.patina.domain.recommendation.Weights;

/** Chooses the highest rung that a list can stand on with what is at hand, by nothing that could not be folded from the log. */
final class Ladder {
    private Ladder() {}

    /** @param personal whether somebody's profile is known and may be used */
    static Rung of(boolean personal, Algorithm algorithm, Shelf shelf, Segment segment) {
        if (personal) {
            return ofPersonal(algorithm, shelf);
        }
        return segment.isKnown() ? Rung.SEGMENT_POPULAR : ofNobody(shelf);
    }

    /** Where editors chose nothing either, what is popular stands for what is new. */
    private static Rung ofNobody(Shelf shelf) {
        return shelf.knowsWhatIsPopular() || !shelf.catalog().hasEditorial() ? Rung.POPULAR : Rung.EDITORIAL;
    }

    private static Rung ofPersonal(Algorithm algorithm, Shelf shelf) {
        return algorithm != Algorithm.CONTENT && shelf.knowsWhatGoesTogether() ? Rung.HYBRID : Rung.CONTENT;
    }

    static Weights weights(Rung rung, Algorithm algorithm, Shelf shelf, Surface surface) {
        return switch (rung) {
            case HYBRID -> Tuning.of(algorithm, shelf.model().isPresent(), surface);
            case CONTENT -> Tuning.of(Algorithm.CONTENT, false, surface);
            case SEGMENT_POPULAR, POPULAR -> Tuning.nonPersonal(surface);
            case EDITORIAL -> Tuning.EDITORIAL;
        };
    }
}
