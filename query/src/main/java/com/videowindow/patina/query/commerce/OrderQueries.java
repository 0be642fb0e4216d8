package com.videowindow.patina.query.commerce;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Shows a person what they ordered: orders are kept by contract, so whether they consent to anything does not matter. */
@Component
final class OrderQueries {
    private final OrderHistories histories;

    OrderQueries(OrderHistories histories) {
        this.histories = histories;
    }

    @QueryHandler
    OrderPage handle(FindOrders question) {
        return histories.page(question.subject(), question.cursor(), question.limit());
    }
}
