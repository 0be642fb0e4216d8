package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Weights;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.recommender.CrowdSignals;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The last fifth of each person's likes is held out; the rest is learned. People with fewer than ten likes are learned
 * from but not asked.
 */
final class HeldOut {
    static final Instant NOW = Instant.parse("2018-10-01T00:00:00Z");
    private static final int ASKED = 10;

    final PreferenceModel model = new PreferenceModel();
    final Map<Integer, ProfileState> profiles = new TreeMap<>();
    final Map<Integer, Set<ContentId>> hidden = new TreeMap<>();
    final Shelf shelf;

    HeldOut(MovieLens set) {
        CrowdSignals crowd = new CrowdSignals();
        List<InteractionRecorded> all = new ArrayList<>();
        set.ratings().forEach((person, ratings) -> {
            crowd.apply(new ConsentGiven(
                    MovieLens.subject(person), Purpose.TRAINING, new PolicyVersion("1"), Channel.IMPORT, NOW));
            List<InteractionRecorded> learned = split(person, ratings);
            all.addAll(learned);
            profiles.put(person, model.applyAll(null, learned));
        });
        all.stream().sorted(Comparator.comparing(InteractionRecorded::at)).forEach(crowd::apply);
        shelf = new Shelf(
                CatalogSnapshot.of(set.films().values()),
                new Crowd.Learned(
                        crowd.train(),
                        crowd.trending(),
                        new ModelVersion("held-out"),
                        LogPosition.START,
                        LogPosition.START));
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

    List<ServedItem> listFor(int person, Weights weights) {
        ProfileState state = profiles.getOrDefault(person, ProfileState.EMPTY);
        Taste taste = Taste.of(state, shelf, model, NOW);
        Scorer scorer = new Scorer(shelf, taste, weights, person, NOW);
        return new Ranking(shelf.catalog(), scorer, weights, new Reasons(shelf, taste, scorer))
                .best(Eligible.of(shelf.catalog(), Pool.EVERYTHING, state, model, NOW), 10);
    }

    Quality quality(Weights weights) {
        return quality(person ->
                listFor(person, weights).stream().map(ServedItem::content).toList());
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
