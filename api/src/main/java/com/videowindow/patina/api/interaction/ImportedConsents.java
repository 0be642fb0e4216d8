package com.videowindow.patina.api.interaction;

import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.consent.ConsentCommand.ImportConsent;
import com.videowindow.patina.command.consent.Decided;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.privacy.SubjectDirectory.Known;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Consents that a data set vouches for: they count for people who said nothing here, and bring nobody back who left. */
@Component
final class ImportedConsents {

    private final CurrentConsents gate;
    private final Policies policies;
    private final Erasures erasures;
    private final Commands commands;

    ImportedConsents(CurrentConsents gate, Policies policies, Erasures erasures, Commands commands) {
        this.gate = gate;
        this.policies = policies;
        this.erasures = erasures;
        this.commands = commands;
    }

    /** @return those that do not count, each with what stands against it */
    List<PassedOver> takeOver(Caller person, List<Purpose> vouchedFor, PolicyVersion policy) {
        if (vouchedFor.isEmpty()) {
            return List.of();
        }
        Known who = person.who();
        Set<Purpose> allowed = who.subject() == null ? Set.of() : gate.allowedBy(who.subject());
        Stream<Purpose> open = vouchedFor.stream().distinct().filter(purpose -> !allowed.contains(purpose));
        if (who.leftAt() != null) {
            return all(open, PassedOver.Reason.ERASED);
        }
        if (who.subject() != null && leaves(who.subject())) {
            return all(open, PassedOver.Reason.LEAVING);
        }
        List<Purpose> asked = open.toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        // Whoever was somebody when asked is not made anew if they left since.
        SubjectId subject = who.subject() == null ? person.subject() : who.subject();
        return asked.stream()
                .flatMap(purpose -> imported(subject, purpose, policy))
                .toList();
    }

    private boolean leaves(SubjectId subject) {
        return erasures.isLeaving(subject) || erasures.isBeingErased(subject);
    }

    private static List<PassedOver> all(Stream<Purpose> purposes, PassedOver.Reason reason) {
        return purposes.map(purpose -> new PassedOver(purpose, reason)).toList();
    }

    private Stream<PassedOver> imported(SubjectId subject, Purpose purpose, PolicyVersion policy) {
        Instant now = Instant.now();
        Decided decided = commands.sendForReceipt(new ImportConsent(subject, purpose, policy, now), Decided.class)
                .result();
        return decided.standing().permits(purpose, policies, now)
                ? Stream.empty()
                : Stream.of(PassedOver.by(decided.standing(), purpose));
    }
}
