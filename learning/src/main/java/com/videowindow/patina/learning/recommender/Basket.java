package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.List;

/** What one person liked, each once, newest first. */
public record Basket(List<ContentId> liked) {
    public Basket {
        liked = List.copyOf(liked);
    }
}
