package com.videowindow.patina.command.consent;

import com.videowindow.patina.command.consent.ConsentCommand.RaiseObjection;
import com.videowindow.patina.command.consent.ConsentCommand.RestrictProcessing;
import com.videowindow.patina.command.consent.ConsentCommand.SetControl;
import com.videowindow.patina.domain.consent.ControlChanged.Origin;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestMet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which request it is that a person makes by setting something, and has met by it. Absent where it is none, and where an
 * officer sets it: what they do so was asked for in a request that they entered, or by nobody.
 */
final class OwnRequest {
    private OwnRequest() {}

    static Optional<RequestMet> of(RaiseObjection command) {
        return met(command, command.request(), command.by(), RequestKind.OBJECTION, Regulation.GDPR);
    }

    static Optional<RequestMet> of(RestrictProcessing command) {
        return met(command, command.request(), command.by(), RequestKind.RESTRICTION, Regulation.GDPR);
    }

    static Optional<RequestMet> of(SetControl command) {
        if (!command.on()) {
            return Optional.empty();
        }
        Actor self = new Actor(Actor.Kind.SUBJECT, command.subject());
        Actor by = Objects.requireNonNullElse(command.evidence().by(), self);
        return kind(command)
                .flatMap(kind -> met(command, command.request(), by, kind, Regulation.CCPA))
                .map(met -> command.origin() == Origin.GPC ? bySignal(met) : met);
    }

    private static Optional<RequestKind> kind(SetControl command) {
        return switch (command.control()) {
            case SALE_OPT_OUT -> Optional.of(RequestKind.SALE_OPT_OUT);
            case SHARING_OPT_OUT -> Optional.of(RequestKind.SHARING_OPT_OUT);
            case LIMIT_USE -> Optional.of(RequestKind.LIMIT_USE);
            case NON_PROFILING, MINOR -> Optional.empty();
        };
    }

    private static Optional<RequestMet> met(
            ConsentCommand command, @Nullable RequestId request, Actor by, RequestKind kind, Regulation law) {
        if (by.kind() == Actor.Kind.OFFICER) {
            return Optional.empty();
        }
        RequestId own = Objects.requireNonNull(request, "what a person asks for has a name");
        return Optional.of(new RequestMet(own, command.subject(), by, kind, by.manner(), law, command.at()));
    }

    private static RequestMet bySignal(RequestMet met) {
        return new RequestMet(
                met.request(),
                met.subject(),
                met.by(),
                met.kind(),
                Manner.OPT_OUT_PREFERENCE_SIGNAL,
                met.regulation(),
                met.at());
    }
}
