package com.videowindow.patina.command.interaction;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.commerce.Money;
import com.videowindow.patina.domain.commerce.OrderLine;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.interaction.SessionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a client says a person did.
 *
 * @param at by the client's clock; {@code sentAt} by the same clock tells how wrong that is
 * @param lines what was bought or put into the cart
 */
public record Interaction(
        MessageId message,
        @Nullable SessionId session,
        InteractionKind kind,
        @Nullable ContentId content,
        Instant at,
        @Nullable Instant sentAt,
        Engagement engagement,
        InteractionContext context,
        List<OrderLine> lines,
        @Nullable Money total) {

    public Interaction {
        lines = Check.atMost("lines", 200, lines);
    }

    /** Kept by contract, whatever the person allows. */
    public boolean isOrder() {
        return kind == InteractionKind.PURCHASE && context.order() != null;
    }
}
