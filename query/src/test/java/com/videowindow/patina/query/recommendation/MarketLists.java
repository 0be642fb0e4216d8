package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Work;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import com.videowindow.patina.query.catalog.LiveCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists of people of the simulated market, on its last day, as the ranker makes them. */
final class MarketLists implements LiveCatalog {
    private final Market market;
    private final Shelf shelf;
    private final PreferenceModel model = new PreferenceModel();
    final Instant now;

    MarketLists(Market market) {
        this.market = market;
        MarketShelf made = new MarketShelf(market);
        this.now = made.now();
        this.shelf = made.shelf();
    }

    List<Recommendations.Item> listFor(Life life, int places, java.util.Locale language) {
        ProfileState state = model.applyAll(null, life.deeds());
        ListMaking.Wanted wanted = new ListMaking.Wanted(
                new RecommendationId(new UUID(life.who().number(), 40)),
                Tuning.of(Algorithm.HYBRID, true),
                true,
                Pool.EVERYTHING,
                ListTerms.NOTHING,
                places,
                now);
        ListMaking making = new ListMaking(shelf, wanted, state);
        List<ServedItem> items = making.best(making.eligible());
        return new Wording(this).worded(items, language);
    }

    @Override
    public CatalogSnapshot snapshot() {
        return shelf.catalog();
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
