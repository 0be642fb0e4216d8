package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.learning.preference.Makeable;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.preference.Skill;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Work;
import java.util.List;
import java.util.Set;

/**
 * What it is worth to ask whether somebody could make it next: lists by interest, and by interest and {@value #SHARE} of
 * {@link Makeable}, as the ranker weighs it, for the same people.
 */
public record WorthOfMaking(int people, Compared byLikes, Compared byTruth) {
    private static final double SHARE = 0.15;

    /** @param day from which on is asked */
    public static WorthOfMaking of(Market market, int day) {
        PreferenceModel model = new PreferenceModel();
        List<Content> catalogue = market.works().stream().map(Work::content).toList();
        FacetInterest interest = new FacetInterest(catalogue, model);
        double[][] judged = Asked.all(market, day).parallelStream()
                .map(asked -> {
                    ProfileState state = model.applyAll(null, asked.before);
                    double[] alone = interest.scores(state, asked.cut, Set.of());
                    double[] with = with(alone, model.makeable(state), catalogue, SHARE);
                    return new double[] {
                        asked.byLikes(with), asked.byLikes(alone), asked.byTruth(with), asked.byTruth(alone)
                    };
                })
                .toArray(double[][]::new);
        return new WorthOfMaking(
                judged.length,
                Compared.of(Compared.column(judged, 0), Compared.column(judged, 1), 1),
                Compared.of(Compared.column(judged, 2), Compared.column(judged, 3), 2));
    }

    static double[] with(double[] interest, Makeable makeable, List<Content> catalogue, double share) {
        double[] with = interest.clone();
        for (int work = 0; work < with.length; work++) {
            var about = catalogue.get(work).description();
            int step = about.skill() == null ? -1 : Skill.step(about.skill());
            with[work] += share * makeable.of(step, about.facets().values());
        }
        return with;
    }
}
