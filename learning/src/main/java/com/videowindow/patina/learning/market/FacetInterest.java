package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.learning.preference.Interest;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scores content by a person's interest in its facets alone, as the ranker's part of that name does: the mean affinity of
 * the facets of which anything is known, weighed by kind and by how much a facet tells apart, drawn to 0 by one pseudo-facet.
 * Kinds of facets can be left out, which is what an ablation is.
 */
public final class FacetInterest {
    private static final double FOLLOWED = 0.8;

    private final List<List<Facet>> facets;
    private final Map<Facet, Double> importance = new HashMap<>();
    private final PreferenceModel model;

    public FacetInterest(List<Content> catalogue, PreferenceModel model) {
        this.facets =
                catalogue.stream().map(content -> content.facets().values()).toList();
        this.model = model;
        Map<Facet, Integer> having = new HashMap<>();
        facets.forEach(about -> about.forEach(facet -> having.merge(facet, 1, Integer::sum)));
        having.forEach((facet, count) -> {
            double share = (double) count / catalogue.size();
            importance.put(facet, importance(facet.kind()) * (1 - share * share));
        });
    }

    private static double importance(FacetKind kind) {
        return switch (kind) {
            case TECHNIQUE, CATEGORY, SUBCATEGORY, CREATOR -> 1;
            case MATERIAL -> 0.8;
            case SKILL -> 0.3;
        };
    }

    /** Of each piece of the catalogue, in its order; 0 where nothing is known. */
    public double[] scores(ProfileState state, Instant now, Set<FacetKind> without) {
        Map<Facet, Double> affinity = new HashMap<>();
        for (Interest interest : model.interests(state, now)) {
            affinity.put(interest.facet(), (interest.score() - 0.5) * 2);
        }
        for (CreatorId creator : state.following()) {
            affinity.merge(new Facet(FacetKind.CREATOR, creator.value()), FOLLOWED, Math::max);
        }
        affinity.keySet().removeIf(facet -> without.contains(facet.kind()));
        return facets.stream().mapToDouble(each -> score(each, affinity)).toArray();
    }

    private double score(List<Facet> about, Map<Facet, Double> affinity) {
        double sum = 0;
        double known = 1;
        for (Facet facet : about) {
            double weight = importance.getOrDefault(facet, 0.0);
            double liking = affinity.getOrDefault(facet, 0.0);
            if (liking != 0) {
                sum += weight * liking;
                known += weight;
            }
        }
        return sum / known;
    }
}
