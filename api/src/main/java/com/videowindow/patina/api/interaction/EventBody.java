package com.videowindow.patina.api.interaction;

import com.videowindow.patina.command.interaction.Interaction;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.commerce.Money;
import com.videowindow.patina.domain.commerce.OrderId;
import com.videowindow.patina.domain.commerce.OrderLine;
import com.videowindow.patina.domain.interaction.DeviceId;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.interaction.Platform;
import com.videowindow.patina.domain.interaction.SessionId;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event as tracking clients send it.
 *
 * @param messageId the client's own, one per event and person; a repetition is stored once for ever
 * @param at the client's own time, the same in each repetition: its day is part of the name that the log knows it by
 */
record EventBody(
        @Schema(description = "The client's own, one per event and person; a repetition is stored once for ever.")
        MessageId messageId,

        @Nullable SessionId sessionId,
        @Nullable ContentId contentId,
        InteractionKind kind,

        @Schema(
                description =
                        "By the client's own clock, the same in each repetition; its day is part of the event's name.")
        Instant at,

        @Nullable Instant sentAt,
        @Nullable Engagement engagement,
        @Nullable Context context) {

    Interaction interaction() {
        Engagement depth = engagement == null ? Engagement.NONE : engagement;
        Context where = context == null ? Context.NONE : context;
        return new Interaction(
                messageId, sessionId, kind, contentId, at, sentAt, depth, where.found(), where.bought(), where.total());
    }

    /** Where it came about, and what was bought. */
    record Context(
            @Nullable RecommendationId recommendationId,
            @Nullable Integer rank,
            @Nullable String surface,
            @Nullable Platform platform,
            @Nullable DeviceId deviceId,
            @Nullable String query,
            @Nullable OrderId orderId,
            List<Line> lines,
            @Nullable BigDecimal amount,
            @Nullable Currency currency) {

        static final Context NONE = new Context(null, null, null, null, null, null, null, List.of(), null, null);

        Context {
            if (lines.size() > 200) {
                throw new IllegalArgumentException("lines must have at most 200 entries");
            }
            boolean priced = amount != null || lines.stream().anyMatch(line -> line.price() != null);
            if (priced && currency == null) {
                throw new IllegalArgumentException("currency must be given with an amount or a price");
            }
            new InteractionContext(recommendationId, rank, surface, platform, deviceId, query, orderId);
            money(amount, currency);
            for (Line line : lines) {
                money(line.price(), currency);
            }
        }

        InteractionContext found() {
            return new InteractionContext(recommendationId, rank, surface, platform, deviceId, query, orderId);
        }

        List<OrderLine> bought() {
            return lines.stream()
                    .map(line -> new OrderLine(line.productId(), line.quantity(), money(line.price(), currency)))
                    .toList();
        }

        @Nullable
        Money total() {
            return money(amount, currency);
        }

        private static @Nullable Money money(@Nullable BigDecimal sum, @Nullable Currency currency) {
            return sum == null || currency == null ? null : new Money(sum, currency);
        }
    }

    /** One product of a purchase, in the currency of the whole. */
    record Line(ProductId productId, int quantity, @Nullable BigDecimal price) {
        Line {
            new OrderLine(productId, quantity, null);
        }
    }
}
