package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.learning.preference.Interest;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.ranking.ContentInterest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scores content by a person's interest in its facets alone ({@link ContentInterest}), as the ranker's part of that name does.
 * Kinds of facets can be left out, which is what an ablation is.
 */
public final class FacetInterest {
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
            importance.put(facet, ContentInterest.importance(facet.kind(), share));
        });
    }

    /** Of each piece of the catalogue, in its order; 0 where nothing is known. */
    public double[] scores(ProfileState state, Instant now, Set<FacetKind> without) {
        Map<Facet, Double> affinity = new HashMap<>();
        for (Interest interest : model.interests(state, now)) {
            affinity.put(interest.facet(), ContentInterest.affinity(interest.score()));
        }
        for (CreatorId creator : state.following()) {
            affinity.merge(new Facet(FacetKind.CREATOR, creator.value()), (double) ContentInterest.FOLLOWED, Math::max);
        }
        affinity.keySet().removeIf(facet -> without.contains(facet.kind()));
        return facets.stream().mapToDouble(each -> score(each, affinity)).toArray();
    }

    private double score(List<Facet> about, Map<Facet, Double> affinity) {
        ContentInterest interest = new ContentInterest();
        for (Facet facet : about) {
            interest.add(importance.getOrDefault(facet, 0.0), affinity.getOrDefault(facet, 0.0));
        }
        return interest.value();
    }
}
