package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.Ratings.Rating;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.Likes;
import com.videowindow.patina.learning.recommender.TrainingSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What is learned from, as people and content that the models of the product are trained from. */
final class Market {

    private Market() {}

    static TrainingSet of(Known known) {
        TreeMap<SubjectId, Basket> liked = new TreeMap<>(Comparator.comparing(SubjectId::value));
        for (int user = 0; user < known.histories().size(); user++) {
            List<Rating> own = known.histories().get(user);
            if (!own.isEmpty()) {
                liked.put(new SubjectId(new UUID(0, user)), basket(known, own, own.size()));
            }
        }
        return TrainingSet.of(liked, described(known), Integer.MAX_VALUE);
    }

    private static Map<ContentId, Facets> described(Known known) {
        Map<ContentId, List<Facet>> described = new HashMap<>();
        known.ratings().facets().forEach((name, having) -> {
            for (int item : having) {
                described
                        .computeIfAbsent(content(item), unknown -> new ArrayList<>())
                        .add(new Facet(FacetKind.CATEGORY, name));
            }
        });
        Map<ContentId, Facets> all = new HashMap<>();
        described.forEach((content, facets) -> all.put(content, new Facets(facets)));
        return all;
    }

    /** @param most of the latest */
    static Basket basket(Known known, List<Rating> oldestFirst, int most) {
        List<Rating> latest = oldestFirst.reversed().stream().limit(most).toList();
        return new Basket(
                latest.stream().map(rating -> content(rating.item())).toList(),
                latest.stream().map(known::strength).toList(),
                latest.stream()
                        .map(rating -> Instant.ofEpochSecond(rating.time()))
                        .toList());
    }

    /** What a user likes, in the numbers of a model. */
    static Likes likes(Known known, int user, CollaborativeModel model) {
        List<Rating> own = known.histories().get(user);
        return model.likes(basket(known, own, own.size()));
    }

    static ContentId content(int item) {
        return new ContentId(Integer.toString(item));
    }

    static int item(ContentId content) {
        return Integer.parseInt(content.value());
    }
}
