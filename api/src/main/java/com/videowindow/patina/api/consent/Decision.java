package com.videowindow.patina.api.consent;

import com.videowindow.patina.command.consent.ConsentCommand;
import com.videowindow.patina.command.consent.ConsentCommand.GiveConsent;
import com.videowindow.patina.command.consent.ConsentCommand.WithdrawConsent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.Jurisdiction;
import com.videowindow.patina.domain.consent.NoticeId;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.TextHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides.
 *
 * @param policyVersion of the policy that they answer
 * @param textHash SHA-256 in hex of the text that they saw
 * @param noticeId of the showing that they answer
 * @param jurisdiction whose law the client applied, as {@code DE} or {@code US-CA}
 */
record Decision(
        boolean granted,
        PolicyVersion policyVersion,
        @Nullable Channel channel,
        @Nullable TextHash textHash,
        @Nullable NoticeId noticeId,
        @Nullable Jurisdiction jurisdiction) {

    Decision {
        OwnChannel.check(channel);
        if (jurisdiction != null) {
            jurisdiction.existing();
        }
    }

    /** By the person themselves. */
    ConsentCommand.OfPurpose by(SubjectId subject, Purpose purpose, Instant now) {
        return on(subject, purpose, new Evidence(textHash, noticeId, jurisdiction, null), now);
    }

    /** @param evidence of whoever decides */
    ConsentCommand.OfPurpose on(SubjectId subject, Purpose purpose, Evidence evidence, Instant now) {
        Channel over = OwnChannel.or(channel);
        return granted
                ? new GiveConsent(subject, purpose, policyVersion, over, evidence, now)
                : new WithdrawConsent(subject, purpose, policyVersion, over, evidence, now);
    }
}
