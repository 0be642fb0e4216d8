package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.CrowdSignals;
import com.videowindow.patina.learning.recommender.TrainingSet;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Work;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import com.videowindow.patina.query.catalog.LiveCatalog;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** Lists of people of the simulated market, on its last day, as the ranker makes them. */
final class MarketLists implements LiveCatalog {
    private final Market market;
    private final CatalogSnapshot snapshot;
    private final Shelf shelf;
    private final PreferenceModel model = new PreferenceModel();
    final Instant now;

    MarketLists(Market market) {
        this.market = market;
        this.now = market.scenario()
                .start()
                .plusDays(market.scenario().days())
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        this.snapshot =
                CatalogSnapshot.of(market.works().stream().map(Work::content).toList());
        CrowdSignals crowd = crowd();
        ModelVersion version = new ModelVersion("of-the-market");
        shelf = new Shelf(
                snapshot,
                new Crowd.Learned(crowd.train(), crowd.trending(), version, LogPosition.START, LogPosition.START),
                new Models.Serving(version, trained(crowd)));
    }

    private CrowdSignals crowd() {
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

    List<Recommendations.Item> listFor(Life life, int places, java.util.Locale language) {
        ProfileState state = model.applyAll(null, life.deeds());
        ListMaking.Wanted wanted = new ListMaking.Wanted(
                new RecommendationId(new UUID(life.who().number(), 40)),
                Tuning.of(Algorithm.HYBRID, true),
                true,
                Pool.EVERYTHING,
                places,
                now);
        ListMaking making = new ListMaking(shelf, wanted, state);
        List<ServedItem> items = making.best(making.eligible());
        return new Wording(this).worded(items, language);
    }

    @Override
    public CatalogSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public Optional<Content> content(ContentId id) {
        return market.work(id).map(Work::content);
    }

    @Override
    public boolean isRetired(ContentId id) {
        return false;
    }

    @Override
    public Optional<Product> product(ProductId id) {
        return Optional.empty();
    }

    @Override
    public boolean isRetired(ProductId id) {
        return false;
    }
}
