package com.videowindow.patina.api.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.Jurisdiction;
import com.videowindow.patina.domain.consent.NoticeId;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.TextHash;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import org.jspecify.annotations.Nullable;

/**
 * What whoever answers for a minor decided, as an officer writes it down.
 *
 * @param policyVersion of the policy that they answer
 * @param textHash SHA-256 in hex of the text that they saw
 * @param noticeId of the showing that they answer
 * @param jurisdiction whose law applies, as {@code DE} or {@code US-CA}
 * @param reference of the case in the operator's own books, which shows who answers for the minor
 */
record GuardianDecision(
        boolean granted,
        PolicyVersion policyVersion,
        @Nullable Channel channel,
        @Nullable TextHash textHash,
        @Nullable NoticeId noticeId,
        @Nullable Jurisdiction jurisdiction,
        CaseReference reference) {

    Decision decision() {
        return new Decision(granted, policyVersion, channel, textHash, noticeId, jurisdiction);
    }

    /** The guardian is known by whom they answer for, and by the case. */
    Evidence evidence(SubjectId subject, Actor officer) {
        Actor guardian = new Actor(Actor.Kind.GUARDIAN, subject);
        return new Evidence(textHash, noticeId, jurisdiction, guardian, officer, reference);
    }
}
