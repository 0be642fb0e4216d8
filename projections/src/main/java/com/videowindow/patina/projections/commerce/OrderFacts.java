package com.videowindow.patina.projections.commerce;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.commerce.OrderPlaced;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.projections.runner.Facts;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.NewestFirst;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.commerce.OrderHistories;
import com.videowindow.patina.query.commerce.OrderPage;
import com.videowindow.patina.query.commerce.PastOrder;
import com.videowindow.patina.query.commerce.ShownSale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document for each report of an order. */
@Component
@Processing(purposes = ProcessingPurpose.CONTRACT, basis = LawfulBasis.CONTRACT)
final class OrderFacts extends Facts<OrderPlaced> implements OrderHistories {
    private static final String NAME = "orders";

    private final NewestFirst<OrderPlaced> newestFirst;

    OrderFacts(ReadSide readSide) {
        super(NAME, OrderPlaced.class);
        this.newestFirst = new NewestFirst<>(readSide, NAME, OrderPlaced.class);
    }

    @Override
    public void written(String key, Document<OrderPlaced> document) {
        newestFirst.changed();
    }

    @Override
    public void swapped() {
        newestFirst.changed();
    }

    @Override
    public OrderPage page(SubjectId subject, @Nullable String cursor, int limit) {
        NewestFirst.Page<OrderPlaced> page = newestFirst.page(subject, cursor, limit);
        return new OrderPage(page.facts().stream().map(OrderFacts::past).toList(), page.next());
    }

    private static PastOrder past(OrderPlaced fact) {
        return new PastOrder(fact.order(), fact.content(), ShownSale.of(fact.lines(), fact.total()), fact.at());
    }
}
