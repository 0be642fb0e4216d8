package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.learning.preference.Interest;
import com.videowindow.patina.learning.preference.Makeable;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.preference.Seen;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One person's taste laid over the shelf: affinities by facet number, and how well everything goes together with what
 * they liked, by the crowd's number.
 */
final class Taste {
    static final Taste NONE =
            new Taste(ProfileState.EMPTY, List.of(), Shelf.EMPTY, new PreferenceModel().makeable(ProfileState.EMPTY));

    /** Beyond this many, older likes only blur the picture that a model has of somebody. */
    private static final int MAX_SEEDS = 200;

    private static final float FOLLOWED = 0.8f;
    private static final double LIKED = 0.5;

    private final ProfileState state;
    private final Map<Facet, Interest> interests;
    private final float[] affinity;
    private final Makeable makeable;
    private final BitSet practised = new BitSet();
    private final Together together;

    private Taste(ProfileState state, List<Interest> interests, Shelf shelf, Makeable makeable) {
        this.state = state;
        this.interests = HashMap.newHashMap(interests.size());
        interests.forEach(interest -> this.interests.put(interest.facet(), interest));
        this.affinity = affinity(state, interests, shelf);
        this.together = together(state, shelf);
        this.makeable = makeable;
        for (Facet facet : makeable.known()) {
            int number = shelf.catalog().numberOf(facet);
            if (number >= 0) {
                practised.set(number);
            }
        }
    }

    static Taste of(ProfileState state, Shelf shelf, PreferenceModel model, Instant now) {
        return new Taste(state, model.interests(state, now), shelf, model.makeable(state));
    }

    boolean hasInterests() {
        return affinity.length > 0;
    }

    /** -1 (averse) to 1 (very interested); 0 where nothing is known. Scores are posterior means: doubt is in them. */
    float affinity(int facet) {
        return affinity.length == 0 ? 0 : affinity[facet];
    }

    Makeable makeable() {
        return makeable;
    }

    /** Whether something with this facet was seen to the end. */
    boolean isPractised(int facet) {
        return practised.get(facet);
    }

    Together together() {
        return together;
    }

    Optional<Interest> interest(Facet facet) {
        return Optional.ofNullable(interests.get(facet));
    }

    boolean follows(Facet facet) {
        return facet.kind() == FacetKind.CREATOR && state.following().contains(new CreatorId(facet.value()));
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

    private static Together together(ProfileState state, Shelf shelf) {
        List<Seen> liked =
                state.seen().stream().filter(seen -> seen.liking() >= LIKED).toList();
        if (liked.isEmpty()) {
            return Together.NOTHING;
        }
        return shelf.model()
                .<Together>map(
                        model -> new LikedByModel(shelf, model, liked.subList(0, Math.min(MAX_SEEDS, liked.size()))))
                .orElseGet(() -> new LikedByCrowd(shelf, liked));
    }
}
