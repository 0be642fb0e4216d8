package com.videowindow.patina.command.interaction;

import com.videowindow.patina.command.consent.ConsentCheck.Permission;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.InteractionKind;

/**
 * Drops at the door what no purpose that the person allows has a use for (GDPR, article 5(1)(c)): what was searched for
 * belongs to searches, and goes where sensitive data is to be limited; devices are told apart for figures and experiments
 * alone.
 */
final class Minimised {

    private Minimised() {}

    static InteractionContext of(InteractionKind kind, InteractionContext context, Permission permission) {
        boolean query = kind == InteractionKind.SEARCH && !permission.minimal();
        boolean device = permission.allowed().contains(Purpose.ANALYTICS)
                || permission.allowed().contains(Purpose.EXPERIMENTS);
        return new InteractionContext(
                context.recommendation(),
                context.rank(),
                context.surface(),
                context.platform(),
                device ? context.device() : null,
                query ? context.query() : null,
                context.order());
    }
}
