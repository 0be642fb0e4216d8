package com.videowindow.patina.api.consent;

import com.videowindow.patina.command.consent.ConsentCommand;
import com.videowindow.patina.command.consent.Decided;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentExpired;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentInvalidated;
import com.videowindow.patina.domain.consent.ConsentRefused;
import com.videowindow.patina.domain.consent.ConsentRevoked;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.PurposeStanding;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.query.consent.ConsentChoices.Choice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells a decision in the words of the ledger, before the ledger has it. */
final class ChoiceOf {

    private ChoiceOf() {}

    private record How(
            @Nullable PolicyVersion policy,
            @Nullable Channel channel,
            @Nullable Instant at,
            @Nullable Evidence evidence) {}

    static Choice decided(ConsentCommand.OfPurpose command, Decided decided, Policies policies) {
        PurposeStanding stands = decided.standing().of(command.purpose());
        How how = how(decided.event(), stands);
        Evidence evidence = how.evidence() == null ? Evidence.NONE : how.evidence();
        return new Choice(
                command.purpose(),
                decided.standing().permits(command.purpose(), policies, command.at()),
                stands.status(),
                stands.status().term(),
                decided.standing().isOver(command.purpose(), policies, command.at()),
                how.policy(),
                how.channel(),
                how.at(),
                stands.status().permits() ? stands.expires() : null,
                evidence.text(),
                evidence.notice(),
                evidence.jurisdiction(),
                evidence.by() == null ? null : evidence.by().kind(),
                stands.restricted(),
                stands.objected());
    }

    private static How how(@Nullable ConsentEvent event, PurposeStanding stands) {
        return switch (event) {
            case ConsentGiven given -> new How(given.policy(), given.channel(), given.at(), given.evidence());
            case ConsentRefused refused ->
                new How(refused.policy(), refused.channel(), refused.at(), refused.evidence());
            case ConsentWithdrawn withdrawn ->
                new How(withdrawn.policy(), withdrawn.channel(), withdrawn.at(), withdrawn.evidence());
            case ConsentRevoked revoked -> ended(stands, revoked.at(), revoked.by());
            case ConsentInvalidated invalid -> ended(stands, invalid.at(), invalid.by());
            case ConsentExpired expired -> ended(stands, expired.at(), new Actor(Actor.Kind.ENGINE, expired.subject()));
            case null -> new How(stands.policy(), null, null, null);
            default -> new How(stands.policy(), null, event.at(), null);
        };
    }

    private static How ended(PurposeStanding stands, Instant at, Actor by) {
        return new How(stands.policy(), null, at, new Evidence(null, null, null, by));
    }
}
