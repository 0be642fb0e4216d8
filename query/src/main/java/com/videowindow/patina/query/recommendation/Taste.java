package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.learning.preference.Interest;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.preference.Seen;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One person's taste laid over the shelf: affinities by facet number, and how well everything goes together with what
 * they liked, by the crowd's number.
 */
final class Taste {
    static final Taste NONE = new Taste(ProfileState.EMPTY, List.of(), Shelf.EMPTY);

    /** Beyond this many, older likes only blur the picture. */
    private static final int MAX_SEEDS = 200;

    private static final float FOLLOWED = 0.8f;
    private static final double LIKED = 0.5;
    private static final double HALF_AFTER_SEEDS = 50;
    private static final float SURE_AFTER = 3;

    private final ProfileState state;
    private final Map<Facet, Interest> interests;
    private final float[] affinity;
    private final List<Seed> seeds;
    private final float[] together;

    /** Something liked, by the crowd's number. */
    record Seed(Seen seen, int number, float weight) {}

    private Taste(ProfileState state, List<Interest> interests, Shelf shelf) {
        this.state = state;
        this.interests = HashMap.newHashMap(interests.size());
        interests.forEach(interest -> this.interests.put(interest.facet(), interest));
        this.affinity = affinity(state, interests, shelf);
        this.seeds = seeds(state, shelf);
        this.together = together(seeds, shelf);
    }

    static Taste of(ProfileState state, Shelf shelf, PreferenceModel model, Instant now) {
        return new Taste(state, model.interests(state, now), shelf);
    }

    boolean hasInterests() {
        return affinity.length > 0;
    }

    /** -1 (averse) to 1 (very interested); 0 where nothing is known. Scores are posterior means: doubt is in them. */
    float affinity(int facet) {
        return affinity.length == 0 ? 0 : affinity[facet];
    }

    /** 0 to 1; {@code number} is the crowd's, -1 when nobody liked it. */
    float together(int number) {
        return number < 0 || together.length == 0 ? 0 : together[number];
    }

    Optional<Interest> interest(Facet facet) {
        return Optional.ofNullable(interests.get(facet));
    }

    boolean follows(Facet facet) {
        return facet.kind() == FacetKind.CREATOR && state.following().contains(new CreatorId(facet.value()));
    }

    /** What they liked, newest first. */
    List<Seed> seeds() {
        return seeds;
    }

    private static float[] affinity(ProfileState state, List<Interest> interests, Shelf shelf) {
        float[] affinity = new float[shelf.catalog().facetCount()];
        for (Interest interest : interests) {
            int facet = shelf.catalog().numberOf(interest.facet());
            if (facet >= 0) {
                affinity[facet] = (float) ((interest.score() - 0.5) * 2);
            }
        }
        for (CreatorId creator : state.following()) {
            int facet = shelf.catalog().numberOf(new Facet(FacetKind.CREATOR, creator.value()));
            if (facet >= 0) {
                affinity[facet] = Math.max(affinity[facet], FOLLOWED);
            }
        }
        return affinity;
    }

    private static List<Seed> seeds(ProfileState state, Shelf shelf) {
        return state.seen().stream()
                .filter(seen -> seen.liking() >= LIKED)
                .map(seen ->
                        new Seed(seen, shelf.together().numberOf(seen.content()), (float) Math.min(1, seen.liking())))
                .filter(seed -> seed.number() >= 0)
                .limit(MAX_SEEDS)
                .toList();
    }

    /** Newer likes weigh more. Relative to the best match, and less sure with few likes to go by. */
    private static float[] together(List<Seed> seeds, Shelf shelf) {
        float[] scores = new float[shelf.together().size()];
        for (int i = 0; i < seeds.size(); i++) {
            float weight = (float) (seeds.get(i).weight() * StrictMath.pow(0.5, i / HALF_AFTER_SEEDS));
            shelf.together().addNeighbours(seeds.get(i).number(), weight, scores);
        }
        float most = 0;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        float scale = most == 0 ? 0 : seeds.size() / (seeds.size() + SURE_AFTER) / most;
        for (int i = 0; i < scores.length; i++) {
            scores[i] *= scale;
        }
        return scores;
    }
}
