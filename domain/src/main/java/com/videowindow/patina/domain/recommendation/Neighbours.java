package com.videowindow.patina.domain.recommendation;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.catalog.ContentId;
import java.util.List;

/**
 * What an index of a model's factors was asked and found for a list. It follows from nothing that the log has, since an index finds
 * nearly all that is nearest and goes with its model; so it is kept with the list.
 *
 * @param contents nearest first
 */
public record Neighbours(NearestAnswer answer, List<ContentId> contents) {
    public static final int MOST = 1_000;

    public Neighbours {
        contents = Check.atMost("contents", MOST, contents);
    }

    public static Neighbours none(NearestAnswer why) {
        return new Neighbours(why, List.of());
    }
}
