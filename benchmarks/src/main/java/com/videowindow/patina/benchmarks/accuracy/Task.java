package com.videowindow.patina.benchmarks.accuracy;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What every recommender is to do.
 *
 * @param cut how it was cut, or how it is cut again to choose settings
 */
record Task(String name, Ratings ratings, Cut cut, List<Split> splits) {

    String told() {
        Split first = splits.getFirst();
        long asked =
                IntStream.range(0, ratings.users().size()).filter(first::asks).count();
        long unknown = first.test().stream().filter(items -> !items.isEmpty()).count() - asked;
        return "%s: %d ratings of %d users and %d items, %d learned from, %d users asked, %d not known before, %d %s"
                .formatted(
                        name,
                        ratings.all().size(),
                        ratings.users().size(),
                        ratings.items().size(),
                        first.train().liked().size(),
                        asked,
                        unknown,
                        splits.size(),
                        splits.size() == 1 ? "split" : "splits");
    }
}
