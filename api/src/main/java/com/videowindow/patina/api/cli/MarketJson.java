package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.commerce.Money;
import com.videowindow.patina.domain.commerce.OrderLine;
import com.videowindow.patina.domain.commerce.Sale;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import java.util.Locale;
import java.util.Objects;

/** What happens in a simulated market, as clients of the API say it. */
final class MarketJson {
    private MarketJson() {}

    static ObjectNode of(Content content) {
        ObjectNode all = described(content.id().value(), content.description());
        all.put("transcript", content.transcript());
        all.put("duration", String.valueOf(content.duration()));
        return all.put("publishedAt", content.publishedAt().toString());
    }

    static ObjectNode of(Product product) {
        ObjectNode all = described(product.id().value(), product.description());
        put(all.putObject("price"), product.price());
        return all.put("stock", product.stock());
    }

    private static ObjectNode described(String id, Description told) {
        ObjectNode all = Http.JSON.createObjectNode();
        all.put("id", id).put("title", told.title()).put("description", told.summary());
        all.put("creator", told.creator().value());
        all.put("category", told.category()).put("subcategory", told.subcategory());
        told.techniques().forEach(all.putArray("techniques")::add);
        told.materials().forEach(all.putArray("materials")::add);
        if (told.skill() != null) {
            all.put("skill", written(told.skill()));
        }
        told.tags().forEach(all.putArray("tags")::add);
        return all.put("language", told.language());
    }

    static ObjectNode of(InteractionRecorded deed) {
        ObjectNode event = Http.JSON.createObjectNode();
        event.put("messageId", deed.message().value());
        event.put("sessionId", Objects.requireNonNull(deed.session()).value());
        event.put("kind", written(deed.kind())).put("at", deed.at().toString());
        if (deed.content() != null) {
            event.put("contentId", deed.content().value());
        }
        put(event.putObject("engagement"), deed.engagement());
        put(event.putObject("context"), deed.context());
        if (deed.sale() != null) {
            put(event.withObject("context"), deed.sale());
        }
        return event;
    }

    private static void put(ObjectNode event, Engagement depth) {
        event.put("watchedSeconds", depth.watchedSeconds());
        event.put("completion", depth.completion());
        event.put("rating", depth.rating());
    }

    private static void put(ObjectNode event, InteractionContext where) {
        event.put("surface", where.surface()).put("query", where.query());
        event.put("platform", written(Objects.requireNonNull(where.platform())));
        event.put("deviceId", Objects.requireNonNull(where.device()).value());
        if (where.order() != null) {
            event.put("orderId", where.order().value());
        }
    }

    private static void put(ObjectNode event, Sale sale) {
        ArrayNode lines = event.putArray("lines");
        for (OrderLine line : sale.lines()) {
            ObjectNode one = lines.addObject().put("productId", line.product().value());
            one.put("quantity", line.quantity());
            if (line.price() != null) {
                one.put("price", line.price().amount());
            }
        }
        put(event, Objects.requireNonNull(sale.total()));
    }

    private static void put(ObjectNode all, Money sum) {
        all.put("amount", sum.amount()).put("currency", sum.currency().getCurrencyCode());
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
