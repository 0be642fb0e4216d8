package com.videowindow.patina.domain.consent;

import org.jspecify.annotations.Nullable;

/**
 * How a control is set.
 *
 * @param metGpc whether a signal asked for it before: who turns it off after that does so knowing of the signal
 * @param conflict what holds now contradicts what was said before by the other of choice and signal
 * @param bySomebodyElse it was set for the person, which does not outrank their own signal
 */
public record ControlStanding(
        boolean on, ControlChanged.Origin origin, boolean metGpc, boolean conflict, boolean bySomebodyElse) {

    static ControlStanding after(@Nullable ControlStanding before, ControlChanged event) {
        boolean met = before != null && before.metGpc;
        return switch (event.origin()) {
            case GPC -> new ControlStanding(event.on(), event.origin(), true, before != null && !before.on, false);
            case CHOICE ->
                new ControlStanding(event.on(), event.origin(), met, met && !event.on(), event.isBySomebodyElse());
        };
    }

    /** Whether a signal is to turn it on: not again where it is, nor against a person who turned it off knowing of it. */
    boolean heedsGpc() {
        return !on && (!metGpc || bySomebodyElse);
    }
}
