package com.videowindow.patina.benchmarks.accuracy;

import java.nio.file.Path;

/** The open data sets by name, in the layouts in which GroupLens gives them out. */
enum MovieLens {
    ML_100K("ml-100k", "u.data"),
    ML_LATEST_SMALL("ml-latest-small", "ratings.csv");

    private final String folder;
    private final String ratings;

    MovieLens(String folder, String ratings) {
        this.folder = folder;
        this.ratings = ratings;
    }

    /** As it is called on the command line: the name of its folder. */
    String folder() {
        return folder;
    }

    Path ratings(Path above) {
        return above.resolve(folder).resolve(ratings);
    }
}
