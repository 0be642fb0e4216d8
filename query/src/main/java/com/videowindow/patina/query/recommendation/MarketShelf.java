package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.CrowdSignals;
import com.videowindow.patina.learning.recommender.TrainingSet;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Work;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a node has in memory on the last day of a simulated market: its catalogue, what its crowd teaches, and a model. */
final class MarketShelf {
    private static final ModelVersion VERSION = new ModelVersion("of-the-market");

    private final Market market;
    private final CatalogSnapshot snapshot;
    private final Shelf shelf;

    MarketShelf(Market market) {
        this.market = market;
        snapshot = CatalogSnapshot.of(market.works().stream().map(Work::content).toList());
        shelf = made(deed -> true);
    }

    Shelf shelf() {
        return shelf;
    }

    /** The same crowd without a model. */
    Shelf untrained() {
        return new Shelf(snapshot, shelf.learned(), null);
    }

    /** The same crowd, and a model that was trained without what somebody did with some content. */
    Shelf trainedWithout(SubjectId somebody, Set<ContentId> content) {
        Predicate<InteractionRecorded> left = deed -> {
            ContentId about = deed.content();
            return !deed.subject().equals(somebody) || about == null || !content.contains(about);
        };
        return new Shelf(snapshot, shelf.learned(), new Models.Serving(VERSION, trained(crowd(left))));
    }

    Instant now() {
        return market.scenario()
                .start()
                .plusDays(market.scenario().days())
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }

    private Shelf made(Predicate<InteractionRecorded> heard) {
        CrowdSignals crowd = crowd(heard);
        return new Shelf(
                snapshot,
                new Crowd.Learned(crowd.train(), crowd.trending(), VERSION, LogPosition.START, LogPosition.START),
                new Models.Serving(VERSION, trained(crowd)));
    }

    private CrowdSignals crowd(Predicate<InteractionRecorded> heard) {
        CrowdSignals crowd = new CrowdSignals();
        List<Life> lives = IntStream.range(0, market.residents())
                .mapToObj(market::life)
                .filter(life -> life.who().allows().contains(Purpose.TRAINING))
                .toList();
        PolicyVersion policy = new PolicyVersion("1");
        lives.forEach(life -> crowd.apply(
                new ConsentGiven(life.who().subject(), Purpose.TRAINING, policy, Channel.IMPORT, Instant.EPOCH)));
        lives.stream()
                .flatMap(life -> life.deeds().stream())
                .filter(heard)
                .sorted(Comparator.comparing(InteractionRecorded::at)
                        .thenComparing(deed -> deed.message().value()))
                .forEach(crowd::apply);
        return crowd;
    }

    private CollaborativeModel trained(CrowdSignals crowd) {
        Map<ContentId, Facets> described = new HashMap<>();
        market.works()
                .forEach(work -> described.put(
                        work.content().id(), work.content().description().facets()));
        return CollaborativeModel.train(
                TrainingSet.of(crowd.likes(), described, described.size()),
                CollaborativeModel.Settings.CHOSEN,
                ForkJoinPool.commonPool());
    }
}
