package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What each kind of facet is worth: lists by interest with all kinds, and with one left out, for the same people. */
public final class Ablation {
    private static final List<FacetKind> KINDS = List.of(FacetKind.values());
    private static final int LIKES = 0;
    private static final int TRUTH = 1;

    /** Of each person by each judge: with nothing left out, and with each kind left out. */
    private final List<double[][]> judged;

    private Ablation(List<double[][]> judged) {
        this.judged = judged;
    }

    /** @param day from which on is asked, 1 to the last */
    public static Ablation of(Market market, int day) {
        PreferenceModel model = new PreferenceModel();
        List<Content> catalogue = market.works().stream().map(Work::content).toList();
        FacetInterest interest = new FacetInterest(catalogue, model);
        return new Ablation(Asked.all(market, day).parallelStream()
                .map(asked -> judged(asked, model.applyAll(null, asked.before), interest))
                .toList());
    }

    /** The people of several worlds together. */
    public static Ablation of(List<Ablation> worlds) {
        return new Ablation(
                worlds.stream().flatMap(world -> world.judged.stream()).toList());
    }

    private static double[][] judged(Asked asked, ProfileState state, FacetInterest interest) {
        double[][] judged = new double[2][KINDS.size() + 1];
        for (int i = 0; i <= KINDS.size(); i++) {
            Set<FacetKind> without = i == 0 ? Set.of() : Set.of(KINDS.get(i - 1));
            double[] scores = interest.scores(state, asked.cut, without);
            judged[LIKES][i] = asked.byLikes(scores);
            judged[TRUTH][i] = asked.byTruth(scores);
        }
        return judged;
    }

    /** One for each kind. */
    public List<Worth> worths() {
        List<Worth> worths = new ArrayList<>();
        for (int without = 1; without <= KINDS.size(); without++) {
            worths.add(new Worth(
                    KINDS.get(without - 1),
                    judged.size(),
                    Compared.of(column(LIKES, 0), column(LIKES, without), without),
                    Compared.of(column(TRUTH, 0), column(TRUTH, without), without)));
        }
        return worths;
    }

    private double[] column(int judge, int place) {
        return judged.stream().mapToDouble(person -> person[judge][place]).toArray();
    }
}
