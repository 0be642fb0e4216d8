package com.videowindow.patina.benchmarks.accuracy;

/** The ways to set a part of a data set apart. */
enum Cut {
    /** 75/25 of each user's at random. */
    RANDOM {
        @Override
        Split of(Ratings ratings, long seed) {
            return Split.random(ratings, 0.75, seed);
        }
    },
    /** The last of each user's. */
    LAST {
        @Override
        Split of(Ratings ratings, long seed) {
            return Split.leaveLastOut(ratings);
        }
    },
    /** The last fifth of all, for those who were there before. */
    TIME {
        @Override
        Split of(Ratings ratings, long seed) {
            return Split.temporal(ratings, 0.8);
        }
    };

    abstract Split of(Ratings ratings, long seed);
}
