package com.videowindow.patina.command.consent;

import com.videowindow.patina.command.consent.ConsentCommand.GiveConsent;
import com.videowindow.patina.command.consent.ConsentCommand.ImportConsent;
import com.videowindow.patina.command.consent.ConsentCommand.ShowNotice;
import com.videowindow.patina.domain.Refusal.Implausible;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.NoticeId;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.PolicyPublished;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeDefined;
import com.videowindow.patina.domain.consent.TextHash;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a choice answers something that people were asked. Where nothing was published about a purpose of the engine, the
 * client alone knows by which words people were asked, and nothing is claimed about them.
 */
public final class AnsweredPolicy {

    private AnsweredPolicy() {}

    /** @throws Refused when people are not asked so, before anything is stored */
    public static void demand(Policies policies, ShowNotice notice) {
        demand(policies, notice.purpose(), notice.policy(), notice.text(), notice.at());
        if (notice.text() == null && hasSeveral(policies, notice.purpose(), notice.policy())) {
            throw implausible("textHash", "or language must say which text was shown, since this policy has several");
        }
    }

    /**
     * Asked before anybody looks at whom it is about: whether it is refused would else tell what was decided there.
     *
     * @throws Refused when no consent can be taken over so, whoever's it is
     */
    public static void demandVouched(
            Policies policies, Purpose purpose, PolicyVersion version, @Nullable TextHash text, Instant at) {
        demand(policies, purpose, version, text, at);
        demandText(policies, purpose, version, text != null);
    }

    private static boolean hasSeveral(Policies policies, Purpose purpose, PolicyVersion version) {
        return policies.find(purpose, version)
                .filter(known -> known.texts().size() > 1)
                .isPresent();
    }

    /** The text that a notice showed, as far as it can be told. */
    static @Nullable TextHash shown(Policies policies, ShowNotice notice) {
        return Optional.ofNullable(notice.text())
                .or(() -> onlyText(policies, notice.purpose(), notice.policy()))
                .orElse(null);
    }

    /** Of the only text that it has; absent where it has several, or nothing was published. */
    static Optional<TextHash> onlyText(Policies policies, Purpose purpose, PolicyVersion version) {
        return policies.find(purpose, version).flatMap(AnsweredPolicy::only);
    }

    static void demand(Policies policies, Newest newest, GiveConsent consent) {
        demand(policies, consent.purpose(), consent.policy(), consent.evidence().text(), consent.at());
        NoticeId notice = consent.evidence().notice();
        if (notice != null && !newest.isAbout(notice, consent.purpose(), consent.policy())) {
            throw implausible("noticeId", "names no notice about this purpose and policy that was shown lately");
        }
        TextHash said = consent.evidence().text();
        if (said != null
                && newest.textOf(notice).filter(shown -> !shown.equals(said)).isPresent()) {
            throw implausible("textHash", "is not of the text that the notice showed");
        }
    }

    /** Whoever asked them knows which words they answered; the engine knows it where there is one text only. */
    static void demandText(Policies policies, Newest newest, GiveConsent consent) {
        boolean named = consent.evidence().text() != null
                || newest.textOf(consent.evidence().notice()).isPresent();
        demandText(policies, consent.purpose(), consent.policy(), named);
    }

    private static void demandText(Policies policies, Purpose purpose, PolicyVersion version, boolean named) {
        if (!named && hasSeveral(policies, purpose, version)) {
            throw implausible("textHash", "must name the text that they answered, since this policy has several");
        }
    }

    private static void demand(
            Policies policies, Purpose purpose, PolicyVersion version, @Nullable TextHash text, Instant at) {
        if (!policies.isOffered(purpose, at)) {
            throw implausible("purpose", "names none that people are asked for");
        }
        if (isForClientToSay(policies, purpose)) {
            if (text != null) {
                throw implausible("textHash", "is of no text that was published");
            }
            return;
        }
        PolicyPublished policy = policies.find(purpose, version)
                .filter(known -> policies.accepts(purpose, version, at))
                .orElseThrow(() -> implausible("policyVersion", "names no policy that people are asked about now"));
        if (text != null && !policy.has(text)) {
            throw implausible("textHash", "is of no text of this policy");
        }
    }

    private static boolean isForClientToSay(Policies policies, Purpose purpose) {
        return policies.newest(purpose).isEmpty()
                && policies.definitions(purpose).stream().allMatch(PurposeDefined::keepsConsents)
                && purpose.isOwn();
    }

    /** With the text that the notice showed, or that it must have been, where there is one only. */
    static ConsentGiven given(Policies policies, Newest newest, GiveConsent consent) {
        return given(policies, newest, consent, consent.at());
    }

    /** Absent where it has run out since it was given. */
    static Optional<ConsentGiven> imported(Policies policies, Newest newest, ImportConsent command) {
        Instant since = command.givenAt() == null ? command.at() : command.givenAt();
        LocalDate today = LocalDate.ofInstant(command.at(), ZoneOffset.UTC);
        return Optional.of(given(policies, newest, command.given(), since))
                .filter(given -> given.expires() == null || today.isBefore(given.expires()));
    }

    /** @param since from when it holds, which may be long ago where it was given elsewhere */
    private static ConsentGiven given(Policies policies, Newest newest, GiveConsent consent, Instant since) {
        Optional<PolicyPublished> policy = policies.find(consent.purpose(), consent.policy());
        return new ConsentGiven(
                consent.subject(),
                consent.purpose(),
                consent.policy(),
                consent.channel(),
                consent.at(),
                newest.textOf(consent.evidence().notice())
                        .or(() -> Optional.ofNullable(consent.evidence().text()))
                        .or(() -> policy.flatMap(AnsweredPolicy::only))
                        .map(consent.evidence()::of)
                        .orElse(consent.evidence()),
                policy.map(known -> expires(known, since)).orElse(null));
    }

    private static Optional<TextHash> only(PolicyPublished policy) {
        return policy.texts().size() == 1
                ? Optional.of(policy.texts().getFirst().hash())
                : Optional.empty();
    }

    /** A part of a day is given to the person. */
    private static @Nullable LocalDate expires(PolicyPublished policy, Instant at) {
        return policy.validMonths() == null
                ? null
                : LocalDate.ofInstant(at, ZoneOffset.UTC)
                        .plusMonths(policy.validMonths())
                        .plusDays(1);
    }

    private static Refused implausible(String field, String why) {
        return new Refused(new Implausible(field, why));
    }
}
