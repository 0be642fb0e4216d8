package com.videowindow.patina.api.interaction;

import com.videowindow.patina.api.consent.ShownText;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.consent.AnsweredPolicy;
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
import org.jspecify.annotations.Nullable;
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

    /**
     * What a data set says.
     *
     * @param text that they answered
     * @param givenAt now when absent
     */
    record Vouched(
            List<Purpose> purposes,
            PolicyVersion policy,
            ShownText text,
            @Nullable Instant givenAt) {

        private void demandAsked(Policies policies, Instant now) {
            purposes.forEach(purpose ->
                    AnsweredPolicy.demandVouched(policies, purpose, policy, text.of(purpose, policy, policies), now));
        }
    }

    /**
     * What no policy fits is refused for everybody alike. Why something does not count is between the person and the officers: whoever imports could otherwise ask for the
     * choices of anybody, and whether they left.
     *
     * @return those that do not count, since something else was decided here
     */
    List<Purpose> takeOver(Caller person, Vouched vouched) {
        if (vouched.purposes().isEmpty()) {
            return List.of();
        }
        vouched.demandAsked(policies, Instant.now());
        Known who = person.who();
        Set<Purpose> allowed = who.subject() == null ? Set.of() : gate.allowedBy(who.subject());
        List<Purpose> open = vouched.purposes().stream()
                .distinct()
                .filter(purpose -> !allowed.contains(purpose))
                .toList();
        boolean left = who.leftAt() != null || (who.subject() != null && leaves(who.subject()));
        if (left || open.isEmpty()) {
            return open;
        }
        // Whoever was somebody when asked is not made anew if they left since.
        SubjectId subject = who.subject() == null ? person.subject() : who.subject();
        return open.stream()
                .filter(purpose -> !isTaken(subject, purpose, vouched))
                .toList();
    }

    private boolean leaves(SubjectId subject) {
        return erasures.isLeaving(subject) || erasures.isBeingErased(subject);
    }

    private boolean isTaken(SubjectId subject, Purpose purpose, Vouched vouched) {
        Instant now = Instant.now();
        ImportConsent yes = new ImportConsent(
                subject,
                purpose,
                vouched.policy(),
                vouched.text().of(purpose, vouched.policy(), policies),
                vouched.givenAt(),
                now);
        Decided decided = commands.sendForReceipt(yes, Decided.class).result();
        return decided.standing().permits(purpose, policies, now);
    }
}
