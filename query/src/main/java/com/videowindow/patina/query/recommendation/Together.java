package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.List;

/** How well content goes with what somebody liked, by everybody's likes. */
interface Together {
    Together NOTHING = new Together() {
        @Override
        public float of(int content) {
            return 0;
        }

        @Override
        public void addHints(double weight, float[] hints) {}

        @Override
        public List<ContentId> because(int content) {
            return List.of();
        }
    };

    /**
     * -1 to 1; 0 where nothing is known.
     *
     * @param content its number in the catalogue
     */
    float of(int content);

    /** About the same at next to no cost. */
    default float hint(int content) {
        return of(content);
    }

    /** Their side of a model's factors; empty where no model tells. */
    default List<Float> vector() {
        return List.of();
    }

    /** Adds the hint of all that is shown, so many times. */
    default void addHints(double weight, float[] hints) {
        for (int content = 0; content < hints.length; content++) {
            hints[content] += (float) (weight * hint(content));
        }
    }

    /** What they liked that speaks for it, the most telling first. */
    List<ContentId> because(int content);
}
