package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Weights;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.CrowdSignals;
import com.videowindow.patina.learning.recommender.TrainingSet;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The last fifth of each person's likes is held out; the rest is learned. People with fewer than ten likes are learned
 * from but not asked.
 */
final class HeldOut {
    static final Instant NOW = Instant.parse("2018-10-01T00:00:00Z");
    private static final int ASKED = 10;

    static final HeldOut NOBODY = new HeldOut(new MovieLens(Map.of(), Map.of()));

    final PreferenceModel model = new PreferenceModel();
    private final Map<Integer, List<InteractionRecorded>> deeds = new HashMap<>();
    final Map<Integer, ProfileState> profiles = new TreeMap<>();
    final Map<Integer, Set<ContentId>> hidden = new TreeMap<>();
    final Shelf shelf;
    /** Where there is no model, only what the crowd teaches. */
    final Shelf untrained;

    HeldOut(MovieLens set) {
        CrowdSignals crowd = new CrowdSignals();
        List<InteractionRecorded> all = new ArrayList<>();
        set.ratings().forEach((person, ratings) -> {
            crowd.apply(new ConsentGiven(
                    MovieLens.subject(person), Purpose.TRAINING, new PolicyVersion("1"), Channel.IMPORT, NOW));
            List<InteractionRecorded> learned = split(person, ratings);
            all.addAll(learned);
            profiles.put(person, model.applyAll(null, learned));
            deeds.put(person, learned);
        });
        all.stream().sorted(Comparator.comparing(InteractionRecorded::at)).forEach(crowd::apply);
        CatalogSnapshot catalog = CatalogSnapshot.of(set.films().values());
        Crowd.Learned learned = new Crowd.Learned(
                crowd.train(), crowd.trending(), new ModelVersion("held-out"), LogPosition.START, LogPosition.START);
        untrained = new Shelf(catalog, learned, null);
        shelf = new Shelf(catalog, learned, new Models.Serving(new ModelVersion("held-out"), trained(set, crowd)));
    }

    private static CollaborativeModel trained(MovieLens set, CrowdSignals crowd) {
        Map<ContentId, Facets> described = new HashMap<>();
        set.films()
                .values()
                .forEach(film -> described.put(film.id(), film.description().facets()));
        return CollaborativeModel.train(
                TrainingSet.of(crowd.likes(), described, 4_000),
                CollaborativeModel.Settings.CHOSEN,
                ForkJoinPool.commonPool());
    }

    private List<InteractionRecorded> split(int person, List<InteractionRecorded> ratings) {
        List<ContentId> liked = ratings.stream()
                .filter(MovieLens::likes)
                .map(InteractionRecorded::content)
                .toList();
        if (liked.size() < ASKED) {
            return ratings;
        }
        Set<ContentId> last = new HashSet<>(liked.subList(liked.size() - liked.size() / 5, liked.size()));
        hidden.put(person, last);
        return ratings.stream()
                .filter(rating -> !last.contains(rating.content()))
                .toList();
    }

    /** What is known of them. */
    List<InteractionRecorded> deeds(int person) {
        return deeds.getOrDefault(person, List.of());
    }

    List<ServedItem> listFor(int person, Weights weights) {
        return listFor(person, shelf, weights);
    }

    private List<ServedItem> listFor(int person, Shelf shelf, Weights weights) {
        ProfileState state = profiles.getOrDefault(person, ProfileState.EMPTY);
        Taste taste = Taste.of(state, shelf, model, NOW, null);
        Scorer scorer = new Scorer(shelf, taste, Related.TO_NOTHING, weights, 1, person, NOW);
        BitSet eligible = Eligible.of(shelf.catalog(), Pool.EVERYTHING, ListTerms.NOTHING, state, model, NOW);
        return new Ranking(shelf, scorer, weights, new Reasons(shelf, taste, scorer, null), List.of())
                .best(new Scan(shelf.order(), eligible, Budget.UNLIMITED), 10);
    }

    Quality quality(Shelf by, Weights weights) {
        return quality(person ->
                listFor(person, by, weights).stream().map(ServedItem::content).toList());
    }

    /** The plainest list there is: what most people ever liked, without what the person has seen. */
    Quality popularity() {
        List<ContentId> mostLiked = IntStream.range(0, shelf.together().size())
                .boxed()
                .sorted(Comparator.comparing(shelf.together()::support).reversed())
                .map(shelf.together()::content)
                .toList();
        return quality(person -> {
            Set<ContentId> seen = new HashSet<>();
            profiles.getOrDefault(person, ProfileState.EMPTY).seen().forEach(one -> seen.add(one.content()));
            return mostLiked.stream()
                    .filter(content -> !seen.contains(content))
                    .limit(10)
                    .toList();
        });
    }

    private Quality quality(Function<Integer, List<ContentId>> lists) {
        double recall = 0;
        double ndcg = 0;
        for (var asked : hidden.entrySet()) {
            double gain = 0;
            int hits = 0;
            List<ContentId> list = lists.apply(asked.getKey());
            for (int rank = 1; rank <= list.size(); rank++) {
                if (asked.getValue().contains(list.get(rank - 1))) {
                    hits++;
                    gain += discount(rank);
                }
            }
            double ideal = 0;
            int possible = Math.min(10, asked.getValue().size());
            for (int rank = 1; rank <= possible; rank++) {
                ideal += discount(rank);
            }
            recall += (double) hits / possible;
            ndcg += gain / ideal;
        }
        return new Quality(recall / hidden.size(), ndcg / hidden.size());
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 1);
    }

    /** Means over everybody asked, at 10 places; recall is of at most 10. */
    record Quality(double recall, double ndcg) {}
}
