package com.videowindow.patina.command.consent;

import com.videowindow.patina.command.consent.ConsentCommand.WithdrawConsent;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentRefused;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.NoticeId;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.TextHash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a no answers in truth. It is never refused, since taking a consent back is to be as easy as giving it (GDPR, article
 * 7(3)): what the client tells of a policy or a notice that nobody was asked by is left out instead.
 *
 * @param policy that the person's newest choice answered, or else the newest, where the one that was named never was one
 * @param untrue names of the fields that are not recorded as they were sent
 */
record TrueAnswer(PolicyVersion policy, Evidence evidence, List<String> untrue) {

    static TrueAnswer of(Policies policies, Newest newest, WithdrawConsent no) {
        Evidence said = no.evidence();
        PolicyVersion policy = policy(policies, newest, no);
        NoticeId notice =
                said.notice() != null && newest.isAbout(said.notice(), no.purpose(), policy) ? said.notice() : null;
        TextHash text = text(policies, newest, no, policy, notice);
        List<String> untrue = new ArrayList<>();
        if (!policy.equals(no.policy())) {
            untrue.add("policyVersion");
        }
        if (text == null && said.text() != null) {
            untrue.add("textHash");
        }
        if (notice == null && said.notice() != null) {
            untrue.add("noticeId");
        }
        Evidence evidence =
                new Evidence(text, notice, said.jurisdiction(), said.by(), said.recordedBy(), said.reference());
        return new TrueAnswer(policy, evidence, List.copyOf(untrue));
    }

    /** What is taken back was given; everything else that somebody says no to is refused. */
    ConsentEvent event(WithdrawConsent no, boolean given) {
        return given
                ? new ConsentWithdrawn(no.subject(), no.purpose(), policy, no.channel(), no.at(), evidence)
                : new ConsentRefused(no.subject(), no.purpose(), policy, no.channel(), no.at(), evidence);
    }

    /** Without any that was published the client alone knows; so it does of what the person answered before there was one. */
    private static PolicyVersion policy(Policies policies, Newest newest, WithdrawConsent no) {
        boolean answered =
                newest.policyOf(no.purpose()).filter(no.policy()::equals).isPresent();
        return answered || policies.find(no.purpose(), no.policy()).isPresent()
                ? no.policy()
                : policies.newest(no.purpose())
                        .map(asked -> newest.policyOf(no.purpose()).orElse(asked.version()))
                        .orElse(no.policy());
    }

    /** What was said where it is true; where nothing was, what the notice showed, or the policy's only text. */
    private static @Nullable TextHash text(
            Policies policies, Newest newest, WithdrawConsent no, PolicyVersion policy, @Nullable NoticeId notice) {
        TextHash said = no.evidence().text();
        if (said == null) {
            return newest.textOf(notice)
                    .or(() -> AnsweredPolicy.onlyText(policies, no.purpose(), no.policy()))
                    .orElse(null);
        }
        boolean shown = policies.find(no.purpose(), policy)
                .map(published -> published.has(said))
                .orElse(false);
        return shown ? said : null;
    }
}
