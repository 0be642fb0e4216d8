package com.videowindow.patina.command.interaction;

import com.videowindow.patina.command.People;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.commerce.Money;
import com.videowindow.patina.domain.commerce.OrderId;
import com.videowindow.patina.domain.commerce.OrderLine;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.MessageId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an interaction together, a plain one at noon unless said otherwise. */
record Doing(
        InteractionKind kind,
        String message,
        @Nullable ContentId content,
        Instant at,
        @Nullable Instant sentAt,
        Engagement engagement,
        @Nullable String query,
        @Nullable OrderId order,
        List<ProductId> products,
        @Nullable Money total) {

    static Doing a(InteractionKind kind) {
        return new Doing(kind, "m-1", null, People.NOON, null, Engagement.NONE, null, null, List.of(), null);
    }

    Doing named(String name) {
        return new Doing(kind, name, content, at, sentAt, engagement, query, order, products, total);
    }

    Doing on(ContentId id) {
        return new Doing(kind, message, id, at, sentAt, engagement, query, order, products, total);
    }

    Doing at(Instant time) {
        return new Doing(kind, message, content, time, sentAt, engagement, query, order, products, total);
    }

    Doing sentAt(Instant time) {
        return new Doing(kind, message, content, at, time, engagement, query, order, products, total);
    }

    Doing watching(double seconds) {
        Engagement watched = new Engagement(seconds, null, null);
        return new Doing(kind, message, content, at, sentAt, watched, query, order, products, total);
    }

    Doing rating(double stars) {
        Engagement rated = new Engagement(null, null, stars);
        return new Doing(kind, message, content, at, sentAt, rated, query, order, products, total);
    }

    Doing searching(String words) {
        return new Doing(kind, message, content, at, sentAt, engagement, words, order, products, total);
    }

    Doing ordering(String name, Money amount) {
        return new Doing(kind, message, content, at, sentAt, engagement, query, new OrderId(name), products, amount);
    }

    Doing costing(Money amount) {
        return new Doing(kind, message, content, at, sentAt, engagement, query, order, products, amount);
    }

    Doing of(ProductId... some) {
        return new Doing(kind, message, content, at, sentAt, engagement, query, order, List.of(some), total);
    }

    List<OrderLine> lines() {
        return products.stream().map(product -> new OrderLine(product, 1, null)).toList();
    }

    Interaction done() {
        InteractionContext context = new InteractionContext(null, null, null, null, null, query, order);
        return new Interaction(
                new MessageId(message), null, kind, content, at, sentAt, engagement, context, lines(), total);
    }
}
