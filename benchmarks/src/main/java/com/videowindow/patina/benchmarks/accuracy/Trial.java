package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.learning.evaluation.Exposure;
import com.videowindow.patina.learning.evaluation.ListQuality;
import com.videowindow.patina.learning.evaluation.Novelty;
import com.videowindow.patina.learning.evaluation.Ranking;
import com.videowindow.patina.learning.evaluation.Variety;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What one recommender's lists were worth on one split.
 *
 * @param answers one for each user of whom something was asked
 * @param trainSeconds how long it learned
 */
record Trial(List<Answer> answers, double coverage, double gini, double trainSeconds) {

    /**
     * One user's list.
     *
     * @param known how many items they had met
     */
    record Answer(int user, int known, ListQuality quality, double novelty, double variety) {}

    /** @param attributes of each item; empty where nothing is known of them */
    static Trial of(Contender contender, Split split, List<BitSet> attributes, int k) {
        long begun = System.nanoTime();
        Contender.Scores scores = contender.training().apply(split.train());
        double seconds = (System.nanoTime() - begun) / 1e9;
        Exposure exposure = new Exposure(split.train().liked().items());
        Novelty novelty =
                new Novelty(split.train().audience(), split.train().liked().users());
        Variety variety = new Variety(attributes);
        List<Answer> answers = new ArrayList<>();
        for (int user = 0; user < split.test().size(); user++) {
            if (split.asks(user)) {
                int[] met = split.train().liked().itemsOf(user);
                int[] list = Ranking.best(scores.of(user), met, k);
                exposure.add(list);
                answers.add(new Answer(
                        user,
                        met.length,
                        ListQuality.of(list, split.test().get(user), k),
                        novelty.of(list),
                        attributes.isEmpty() ? Double.NaN : variety.of(list)));
            }
        }
        return new Trial(answers, exposure.coverage(), exposure.gini(), seconds);
    }

    ListQuality mean() {
        return ListQuality.mean(answers.stream().map(Answer::quality).toArray(ListQuality[]::new));
    }
}
