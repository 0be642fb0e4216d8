package com.videowindow.patina.command.interaction;

import com.videowindow.patina.domain.Refusal.Implausible;
import com.videowindow.patina.domain.Refusal.UnknownContent;
import com.videowindow.patina.domain.Refusal.UnknownProduct;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.catalog.Catalog;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.commerce.OrderLine;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Facets;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of an interaction beyond the bounds of its values. What is retired is still known, so that what
 * happened to it is still taken: history is history.
 */
final class InteractionRules {

    private static final double REWATCHED = 1.5;
    private static final double SLACK_SECONDS = 60;

    private final Catalog catalog;

    InteractionRules(Catalog catalog) {
        this.catalog = catalog;
    }

    /** What an interaction is about, as it is described now: the facets of the content, and of the products. */
    record About(Facets shown, Facets sold) {
        static final About NOTHING = new About(Facets.NONE, Facets.NONE);
    }

    /** @throws Refused when it makes no sense */
    About about(Interaction interaction) {
        switch (interaction.kind()) {
            case SEARCH -> {
                return aboutSearch(interaction);
            }
            case RATE ->
                demand(interaction.engagement().rating() != null, "engagement.rating", "is required for a rating");
            case PURCHASE ->
                demand(
                        interaction.lines().isEmpty() || interaction.context().order() != null,
                        "context.orderId",
                        "is required when lines are bought");
            case ADD_TO_CART, VIEW, LIKE, COMMENT, SHARE, SAVE, FOLLOW, SKIP, DISMISS, IMPRESSION -> {}
        }
        return aboutOffer(interaction);
    }

    private static About aboutSearch(Interaction search) {
        demand(search.context().query() != null, "context.query", "is required for a search");
        demand(search.content() == null, "contentId", "does not belong to a search");
        demandNothingSold(search);
        return About.NOTHING;
    }

    private About aboutOffer(Interaction interaction) {
        boolean sale =
                interaction.kind() == InteractionKind.PURCHASE || interaction.kind() == InteractionKind.ADD_TO_CART;
        if (!sale) {
            demandNothingSold(interaction);
        }
        demand(
                interaction.content() != null || !interaction.lines().isEmpty(),
                "contentId",
                sale ? "is required where there are no context.lines" : "is required");
        Content content = interaction.content() == null ? null : known(interaction.content());
        demandWatchable(interaction.engagement().watchedSeconds(), content);
        Facets shown = content == null ? Facets.NONE : content.facets();
        Stream<Facet> sold = interaction.lines().stream()
                .map(OrderLine::product)
                .map(this::known)
                .flatMap(product -> product.description().facets().values().stream());
        return new About(shown, new Facets(sold.distinct().limit(Facets.MAX).toList()));
    }

    private static void demandNothingSold(Interaction interaction) {
        demand(interaction.lines().isEmpty(), "context.lines", "belong to purchases and carts");
        demand(interaction.total() == null, "context.amount", "belongs to purchases and carts");
    }

    private static void demandWatchable(@Nullable Double watchedSeconds, @Nullable Content content) {
        Duration length = content == null ? null : content.duration();
        if (watchedSeconds != null && length != null) {
            demand(
                    watchedSeconds <= length.toSeconds() * REWATCHED + SLACK_SECONDS,
                    "engagement.watchedSeconds",
                    "is longer than the content allows");
        }
    }

    private Content known(ContentId id) {
        return catalog.content(id).orElseThrow(() -> new Refused(new UnknownContent(id)));
    }

    private Product known(ProductId id) {
        return catalog.product(id).orElseThrow(() -> new Refused(new UnknownProduct(id)));
    }

    private static void demand(boolean plausible, String field, String why) {
        if (!plausible) {
            throw new Refused(new Implausible(field, why));
        }
    }
}
