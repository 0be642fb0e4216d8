package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.learning.preference.Interest;
import com.videowindow.patina.learning.preference.Liking;
import com.videowindow.patina.learning.preference.Makeable;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.preference.Seen;
import com.videowindow.patina.learning.ranking.ContentInterest;
import com.videowindow.patina.learning.ranking.Mix;
import com.videowindow.patina.learning.recommender.CrowdSessions;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One person's taste laid over the shelf: affinities by facet number, and how well everything goes together with what
 * they liked, by the crowd's number.
 */
final class Taste {
    static final Taste NONE = new Taste(
            ProfileState.EMPTY, List.of(), Shelf.EMPTY, new PreferenceModel().makeable(ProfileState.EMPTY), null);

    private final ProfileState state;
    private final Map<Facet, Interest> interests;
    private final float[] affinity;
    private final Makeable makeable;
    private final BitSet practised = new BitSet();
    private final Together together;
    private final Mix mix;
    private final Shelf shelf;
    private final List<Seen> liked;
    private @Nullable Alike alike;

    private Taste(
            ProfileState state,
            List<Interest> interests,
            Shelf shelf,
            Makeable makeable,
            CrowdSessions.@Nullable Heard told) {
        this.state = state;
        this.interests = HashMap.newHashMap(interests.size());
        interests.forEach(interest -> this.interests.put(interest.facet(), interest));
        this.affinity = affinity(state, interests, shelf);
        this.shelf = shelf;
        this.liked = Liking.of(state);
        Together own = together(liked, shelf);
        this.together = told == null ? own : new LikedInSessions(shelf, told, own);
        this.mix = Mix.of(Liking.latest(liked), content -> category(content, shelf.catalog()));
        this.makeable = makeable;
        for (Facet facet : makeable.known()) {
            int number = shelf.catalog().numberOf(facet);
            if (number >= 0) {
                practised.set(number);
            }
        }
    }

    /** @param told what others did who did the same of late; absent where nobody is asked */
    static Taste of(
            ProfileState state, Shelf shelf, PreferenceModel model, Instant now, CrowdSessions.@Nullable Heard told) {
        return new Taste(state, model.interests(state, now), shelf, model.makeable(state), told);
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

    /** Of which categories what they like is. */
    Mix mix() {
        return mix;
    }

    /** Made when it is first asked for: not every list looks at it. For one thread. */
    Alike alike() {
        Alike known = alike;
        if (known == null) {
            known = new Alike(shelf.catalog(), Liking.latest(liked));
            alike = known;
        }
        return known;
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
                affinity[facet] = (float) ContentInterest.affinity(interest.score());
            }
        }
        for (CreatorId creator : state.following()) {
            int facet = shelf.catalog().numberOf(new Facet(FacetKind.CREATOR, creator.value()));
            if (facet >= 0) {
                affinity[facet] = Math.max(affinity[facet], ContentInterest.FOLLOWED);
            }
        }
        return affinity;
    }

    private static int category(ContentId content, CatalogSnapshot catalog) {
        int number = catalog.numberOf(content);
        return number < 0 ? -1 : catalog.categoryOf(number);
    }

    private static Together together(List<Seen> liked, Shelf shelf) {
        if (liked.isEmpty()) {
            return Together.NOTHING;
        }
        return shelf.model()
                .<Together>map(model -> new LikedByModel(shelf, model, Liking.latest(liked)))
                .orElseGet(() -> new LikedByCrowd(shelf, liked));
    }
}
