package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.learning.likeness.ContentLikeness;
import com.videowindow.patina.learning.preference.Liking;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.preference.Seen;
import com.videowindow.patina.learning.recommender.Likes;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Work;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What likeness to liked content by its words and by supplied embeddings is worth over facets: lists by interest and the next step, and
 * by {@value #SHARE} of interest in likeness beside, for the same people; then the same beside a trained model, weighed as the ranker
 * does. Judged thrice: by what people liked, by the truth, and by the truth of lists of nothing but what came out after all that was
 * learned from.
 *
 * @param by what is looked at
 * @param ofNew by the truth, of what is new
 */
public record WorthOfLikeness(String by, int people, Compared byLikes, Compared byTruth, Compared ofNew) {
    private static final double SHARE = 0.4;
    private static final double MAKEABLE = 0.15;
    private static final double INTEREST = 0.3;
    private static final double MODEL = 1.6;
    private static final int JUDGES = 3;

    /** @param day from which on is asked */
    public static List<WorthOfLikeness> all(Market market, int day) {
        List<Asked> people = Asked.all(market, day);
        if (people.isEmpty()) {
            return List.of();
        }
        List<Content> catalogue = market.works().stream().map(Work::content).toList();
        Ways ways = new Ways(market, catalogue, people.getFirst());
        BitSet old = new BitSet();
        market.works().stream().filter(work -> work.day() <= day).forEach(work -> old.set(work.number()));
        double[][][] judged = people.parallelStream()
                .map(asked -> ways.of(asked).stream()
                        .map(scores -> judged(asked, scores, old))
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
        return IntStream.range(0, Ways.NAMES.size())
                .mapToObj(way -> worth(judged, way))
                .toList();
    }

    private static double[] judged(Asked asked, double[] scores, BitSet old) {
        BitSet not = (BitSet) old.clone();
        not.or(asked.seen());
        double ofNew = Gain.ndcg(Gain.best(scores, not, Asked.K), asked.truth(), not, Asked.K);
        return new double[] {asked.byLikes(scores), asked.byTruth(scores), ofNew};
    }

    private static WorthOfLikeness worth(double[][][] judged, int way) {
        int without = way < Ways.WITH_MODEL ? 0 : Ways.WITH_MODEL;
        Compared[] all = new Compared[JUDGES];
        for (int judge = 0; judge < JUDGES; judge++) {
            all[judge] = Compared.of(column(judged, way, judge), column(judged, without, judge), 1 + judge);
        }
        return new WorthOfLikeness(Ways.NAMES.get(way), judged.length, all[0], all[1], all[2]);
    }

    private static double[] column(double[][][] judged, int way, int judge) {
        return IntStream.range(0, judged.length)
                .mapToDouble(person -> judged[person][way][judge])
                .toArray();
    }

    /** The ways of making lists; the first of each kind is what the others are laid beside. */
    private static final class Ways {
        static final List<String> NAMES = List.of(
                "interest and next step",
                "and words",
                "and embeddings",
                "and both",
                "trained model and interest",
                "and words",
                "and embeddings",
                "and both");
        static final int WITH_MODEL = 4;

        private final PreferenceModel model = new PreferenceModel();
        private final Market market;
        private final List<Content> catalogue;
        private final FacetInterest interest;
        private final CrowdScores crowd;
        private final List<ContentLikeness> likenesses;

        Ways(Market market, List<Content> catalogue, Asked first) {
            this.market = market;
            this.catalogue = catalogue;
            List<Life> lives = IntStream.range(0, market.scenario().people())
                    .mapToObj(market::life)
                    .toList();
            interest = new FacetInterest(catalogue, model);
            crowd = new CrowdScores(market, lives, first.cut);
            likenesses = List.of(
                    ContentLikeness.ofWords(catalogue),
                    ContentLikeness.ofEmbeddings(catalogue),
                    ContentLikeness.of(catalogue));
        }

        List<double[]> of(Asked asked) {
            ProfileState state = model.applyAll(null, asked.before);
            double[] own = WorthOfMaking.with(
                    interest.scores(state, asked.cut, Set.of()), model.makeable(state), catalogue, MAKEABLE);
            double[] trained = crowd.trained(state);
            double[] beside = IntStream.range(0, own.length)
                    .mapToDouble(work -> INTEREST * own[work] + MODEL * bounded(trained[work]))
                    .toArray();
            List<double[]> alike =
                    likenesses.stream().map(each -> alike(each, state)).toList();
            return List.of(
                    own,
                    with(own, SHARE, alike.get(0)),
                    with(own, SHARE, alike.get(1)),
                    with(own, SHARE, alike.get(2)),
                    beside,
                    with(beside, SHARE * INTEREST, alike.get(0)),
                    with(beside, SHARE * INTEREST, alike.get(1)),
                    with(beside, SHARE * INTEREST, alike.get(2)));
        }

        private double[] alike(ContentLikeness likeness, ProfileState state) {
            List<Seen> liked = Liking.of(state);
            ContentLikeness.Person person = likeness.person(
                    liked.stream()
                            .mapToInt(seen ->
                                    market.work(seen.content()).orElseThrow().number())
                            .toArray(),
                    liked.stream()
                            .mapToDouble(seen -> Likes.strengthOf(seen.liking()))
                            .toArray());
            return IntStream.range(0, catalogue.size())
                    .mapToDouble(person::score)
                    .toArray();
        }

        private static double[] with(double[] scores, double weight, double[] alike) {
            return IntStream.range(0, scores.length)
                    .mapToDouble(work -> scores[work] + weight * bounded(alike[work]))
                    .toArray();
        }

        private static double bounded(double score) {
            return score / (1 + Math.abs(score));
        }
    }
}
