package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.Neighbours;
import com.videowindow.patina.domain.recommendation.Pages;
import com.videowindow.patina.domain.recommendation.RankingInputs;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.Rung;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Weights;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.recommender.CrowdSessions;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a list from all that it rests on, and from nothing else: whoever has the same has the same list, at any time.
 */
final class ListMaking {
    private static final PreferenceModel MODEL = new PreferenceModel();

    private final Shelf shelf;
    private final Wanted wanted;
    private final @Nullable ProfileState state;
    private final Taste taste;
    private final Candidates candidates;
    private final Ranking ranking;
    private @Nullable Neighbours neighbours;
    private @Nullable Integer looked;

    /**
     * What kind of list.
     *
     * @param id seeds what is explored
     * @param personal whether it is ranked by the profile; otherwise the profile only filters, where there is one
     * @param rung absent in lists of before it was told
     * @param asked a page goes on by the seed of its first, and at its time
     * @param neighbours what was found for the list when it was made; absent where nobody was asked, or nobody yet
     */
    record Wanted(
            RecommendationId id,
            Weights weights,
            boolean personal,
            Pool pool,
            ListTerms asked,
            int limit,
            Instant now,
            @Nullable Rung rung,
            Budget budget,
            @Nullable Neighbours neighbours) {
        Wanted {
            Pages before = asked.pages();
            if (before != null) {
                id = before.first();
                now = before.since();
            }
        }

        /** For which nobody was asked yet what is near. */
        Wanted(
                RecommendationId id,
                Weights weights,
                boolean personal,
                Pool pool,
                ListTerms asked,
                int limit,
                Instant now,
                @Nullable Rung rung,
                Budget budget) {
            this(id, weights, personal, pool, asked, limit, now, rung, budget, null);
        }

        /** Without a rung, and for as long as it takes. */
        Wanted(
                RecommendationId id,
                Weights weights,
                boolean personal,
                Pool pool,
                ListTerms asked,
                int limit,
                Instant now) {
            this(id, weights, personal, pool, asked, limit, now, null, Budget.UNLIMITED);
        }

        Wanted with(ListTerms other, int places) {
            return new Wanted(id, weights, personal, pool, other, places, now, rung, budget, neighbours);
        }

        long seed() {
            return id.value().getMostSignificantBits() ^ id.value().getLeastSignificantBits();
        }
    }

    ListMaking(Shelf shelf, Wanted wanted, @Nullable ProfileState state) {
        this(shelf, wanted, state, null);
    }

    /** @param told what others did who did the same of late; absent where nobody is asked */
    ListMaking(Shelf shelf, Wanted wanted, @Nullable ProfileState state, CrowdSessions.@Nullable Heard told) {
        this.shelf = shelf;
        this.wanted = wanted;
        this.state = state;
        taste = wanted.personal() && state != null ? Taste.of(state, shelf, MODEL, wanted.now(), told) : Taste.NONE;
        Related related = Related.to(wanted.asked().occasion(), shelf);
        RulesInForce rules = new RulesInForce(shelf.catalog(), wanted.asked().surface(), wanted.now());
        Scorer scorer =
                new Scorer(shelf, taste, related, wanted.weights(), rules, mostPopular(), wanted.seed(), wanted.now());
        neighbours = wanted.neighbours();
        candidates = new Candidates(shelf, taste, scorer);
        ranking = new Ranking(
                shelf,
                scorer,
                wanted.weights(),
                new Reasons(shelf, taste, scorer, wanted.asked().occasion()),
                wanted.asked().above());
    }

    private float mostPopular() {
        return wanted.rung() == Rung.SEGMENT_POPULAR
                ? Segment.of(shelf, wanted.pool(), wanted.asked().filter()).most()
                : 1;
    }

    BitSet eligible() {
        return Eligible.of(shelf.catalog(), wanted.pool(), wanted.asked(), state, MODEL, wanted.now());
    }

    /**
     * Has somebody look for what the factors of the model in force speak for, where not all of it is ranked; before anything else is
     * made.
     */
    void ask(NearestContent nearest, BitSet eligible) {
        ModelVersion version = shelf.version();
        if (version == null || !nearest.isAsked() || eligible.cardinality() <= Candidates.ALL) {
            return;
        }
        List<Float> vector = taste.together().vector();
        if (wanted.weights().collaborative() != 0 && !vector.isEmpty()) {
            neighbours = nearest.find(NearestWish.of(version, vector, wanted, state));
        }
    }

    private Scan scan(BitSet eligible) {
        List<ContentId> near = neighbours == null ? List.of() : neighbours.contents();
        return new Scan(shelf.order(), candidates.of(eligible, ranking.above(), near), wanted.budget());
    }

    /** What was found near; null where nobody was asked. */
    @Nullable
    Neighbours neighbours() {
        return neighbours;
    }

    List<ServedItem> best(BitSet eligible) {
        Scan scan = scan(eligible);
        List<ServedItem> items = ranking.best(scan, wanted.limit());
        looked = scan.isCut() ? scan.looked() : null;
        return items;
    }

    /** What these would be, had they been chosen in this order. */
    List<ServedItem> inOrder(List<Integer> contents, BitSet eligible) {
        return ranking.inOrder(contents, scan(eligible));
    }

    /** What it would be where there is nothing else to choose. */
    ServedItem alone(int content) {
        return ranking.inOrder(List.of(content), new Scan(shelf.order(), new BitSet(), Budget.UNLIMITED))
                .getFirst();
    }

    /** How likely each of these would have come to its place, below those before it. */
    List<Double> chances(List<Integer> contents) {
        return ranking.chances(contents, scan(eligible()));
    }

    /** How many candidates were looked at; null where all were. */
    @Nullable
    Integer looked() {
        return looked;
    }

    Taste taste() {
        return taste;
    }

    /** To be kept with the list that was made last. */
    RankingInputs inputs(BitSet eligible) {
        return new RankingInputs(
                wanted.weights(),
                wanted.limit(),
                List.copyOf(wanted.pool().contents()),
                wanted.pool().facets(),
                shelf.catalog().position(),
                shelf.learned().trained(),
                shelf.learned().counted(),
                shelf.version(),
                eligible.cardinality(),
                wanted.asked(),
                wanted.rung(),
                looked,
                neighbours);
    }

    /** What was kept with a list. */
    static Wanted wanted(RecommendationId id, RankingInputs inputs, boolean personal, Instant at) {
        Pool pool = new Pool(new LinkedHashSet<>(inputs.contents()), inputs.facets());
        Integer looked = inputs.looked();
        return new Wanted(
                id,
                inputs.weights(),
                personal,
                pool,
                inputs.whatElse(),
                inputs.limit(),
                at,
                inputs.rung(),
                looked == null ? Budget.UNLIMITED : Budget.upTo(looked),
                inputs.neighbours());
    }
}
