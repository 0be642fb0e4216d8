package com.videowindow.patina.command.consent;

import com.videowindow.patina.command.consent.ConsentCommand.GiveConsent;
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
        boolean several = policies.find(consent.purpose(), consent.policy())
                .filter(known -> only(known).isEmpty())
                .isPresent();
        if (several && !named) {
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
                policy.map(known -> expires(known, consent.at())).orElse(null));
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
