package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.learning.preference.Liking;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.preference.Seen;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CoOccurrence;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.CrowdSignals;
import com.videowindow.patina.learning.recommender.TrainingSet;
import com.videowindow.patina.learning.recommender.Trending;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;

/** What the crowd teaches, learned from some lives up to a time, as scores of all works for one person. */
final class CrowdScores {

    private final Market market;
    private final CoOccurrence together;
    private final Trending trending;
    private final CollaborativeModel model;

    CrowdScores(Market market, List<Life> lives, Instant until) {
        this.market = market;
        CrowdSignals signals = new CrowdSignals();
        lives.stream()
                .filter(life -> life.who().allows().contains(Purpose.TRAINING))
                .forEach(life -> {
                    PolicyVersion policy = new PolicyVersion("1");
                    signals.apply(new ConsentGiven(
                            life.who().subject(), Purpose.TRAINING, policy, Channel.IMPORT, Instant.EPOCH));
                });
        deeds(lives, until).forEach(signals::apply);
        this.together = signals.train();
        this.trending = signals.trending();
        Map<ContentId, Facets> described = new HashMap<>();
        market.works()
                .forEach(work ->
                        described.put(work.content().id(), work.content().facets()));
        this.model = CollaborativeModel.train(
                TrainingSet.of(signals.likes(), described, described.size()),
                CollaborativeModel.Settings.CHOSEN,
                ForkJoinPool.commonPool());
    }

    private static Stream<InteractionRecorded> deeds(List<Life> lives, Instant until) {
        return lives.stream()
                .flatMap(life -> life.deeds().stream())
                .filter(deed -> deed.at().isBefore(until))
                .sorted(Comparator.comparing(InteractionRecorded::at)
                        .thenComparing(deed -> deed.message().value()));
    }

    double[] popular() {
        return market.works().stream()
                .mapToDouble(work -> trending.share(work.content().id()))
                .toArray();
    }

    /** In the order that the ranker has, relative to the best. */
    double[] together(ProfileState person) {
        float[] scores = new float[together.size()];
        for (Seen seen : Liking.of(person)) {
            int number = together.numberOf(seen.content());
            if (number >= 0) {
                together.addNeighbours(number, (float) Math.min(1, seen.liking()), scores);
            }
        }
        float most = 0;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        float best = most == 0 ? 1 : most;
        return market.works().stream()
                .mapToInt(work -> together.numberOf(work.content().id()))
                .mapToDouble(number -> number < 0 ? 0 : scores[number] / best)
                .toArray();
    }

    /** By the model that a schedule trains. */
    double[] trained(ProfileState person) {
        double[] scores = model.scores(model.likes(Basket.of(Liking.of(person))));
        return market.works().stream()
                .mapToDouble(work -> scores[model.numberOf(work.content().id())])
                .toArray();
    }
}
