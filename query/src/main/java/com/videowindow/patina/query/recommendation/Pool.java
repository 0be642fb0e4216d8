package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import java.util.List;
import java.util.Set;

/** What a list may choose from: everything where both are empty. */
public record Pool(Set<ContentId> contents, List<Facet> facets) {
    public static final Pool EVERYTHING = new Pool(Set.of(), List.of());
}
