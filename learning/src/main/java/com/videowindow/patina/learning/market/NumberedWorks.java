package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.learning.ranking.Above;
import com.videowindow.patina.learning.ranking.Works;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A catalogue as lists are chosen from it. */
final class NumberedWorks implements Works {
    private final List<int[]> facets = new ArrayList<>();
    private final List<Integer> creators = new ArrayList<>();
    private final List<Integer> categories = new ArrayList<>();

    NumberedWorks(List<Content> catalogue) {
        SortedSet<Facet> all = new TreeSet<>();
        catalogue.forEach(content -> all.addAll(content.facets().values()));
        List<Facet> known = List.copyOf(all);
        for (Content content : catalogue) {
            facets.add(content.facets().values().stream()
                    .mapToInt(known::indexOf)
                    .sorted()
                    .toArray());
            Description described = content.description();
            creators.add(known.indexOf(
                    new Facet(FacetKind.CREATOR, described.creator().value())));
            categories.add(
                    described.category() == null
                            ? Above.GONE
                            : known.indexOf(new Facet(FacetKind.CATEGORY, described.category())));
        }
    }

    @Override
    public int[] facetsOf(int work) {
        return facets.get(work);
    }

    @Override
    public int creatorOf(int work) {
        return creators.get(work);
    }

    @Override
    public int categoryOf(int work) {
        return categories.get(work);
    }
}
