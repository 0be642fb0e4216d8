package com.videowindow.patina.api.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentExpired;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentInvalidated;
import com.videowindow.patina.domain.consent.ConsentRefused;
import com.videowindow.patina.domain.consent.ConsentRevoked;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.Jurisdiction;
import com.videowindow.patina.domain.consent.NoticeId;
import com.videowindow.patina.domain.consent.NoticeShown;
import com.videowindow.patina.domain.consent.ObjectionRaised;
import com.videowindow.patina.domain.consent.ObjectionSettled;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.ProcessingRestricted;
import com.videowindow.patina.domain.consent.RestrictionGround;
import com.videowindow.patina.domain.consent.RestrictionLifted;
import com.videowindow.patina.domain.consent.TextHash;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the ledger says of how it came about.
 *
 * @param policyVersion of the policy that was shown, or answered
 * @param textHash SHA-256 in hex of the text that was seen
 * @param noticeId of the showing that was answered, or of this one
 * @param jurisdiction whose law the client applied
 * @param expires first day, in UTC, on which what was given no longer holds
 * @param ground of a restriction
 * @param origin of a control: a choice, or a signal of the browser
 * @param by in which role it was decided
 * @param recordedBy in which role somebody wrote it down, where whoever decided did not
 * @param officer who decided or wrote it down, by random id, for officers alone
 * @param reference of the case in the operator's own books, for officers alone
 */
public record Said(
        @Nullable PolicyVersion policyVersion,
        @Nullable TextHash textHash,
        @Nullable NoticeId noticeId,
        @Nullable Jurisdiction jurisdiction,
        @Nullable Channel channel,
        @Nullable LocalDate expires,
        @Nullable RestrictionGround ground,
        ControlChanged.@Nullable Origin origin,
        Role by,
        @Nullable Role recordedBy,
        @Nullable SubjectId officer,
        @Nullable CaseReference reference) {

    /** In which role somebody decides. */
    public enum Role {
        SUBJECT,
        GUARDIAN,
        OFFICER,
        /** By the rules that were set before, when a consent has run out. */
        ENGINE,
        /** Whose pages show notices. */
        OPERATOR;

        private static Role of(Actor actor) {
            return switch (actor.kind()) {
                case SUBJECT -> SUBJECT;
                case GUARDIAN -> GUARDIAN;
                case OFFICER -> OFFICER;
                case ENGINE -> ENGINE;
            };
        }
    }

    static Said of(ConsentEvent event) {
        return switch (event) {
            case NoticeShown shown -> shown(shown);
            case ConsentGiven given ->
                said(given.policy(), given.channel(), given.evidence()).until(given.expires());
            case ConsentRefused no -> said(no.policy(), no.channel(), no.evidence());
            case ConsentWithdrawn no -> said(no.policy(), no.channel(), no.evidence());
            case ConsentRevoked revoked -> decided(revoked.by(), revoked.reference());
            case ConsentInvalidated invalid -> decided(invalid.by(), invalid.reference());
            case ConsentExpired expired -> decided(new Actor(Actor.Kind.ENGINE, expired.subject()), null);
            case ProcessingRestricted one -> decided(one.by(), one.reference()).because(one.ground());
            case RestrictionLifted one -> decided(one.by(), one.reference());
            case ObjectionRaised one -> decided(one.by(), one.reference());
            case ObjectionSettled one -> decided(one.by(), one.reference());
            case ControlChanged set -> said(null, set.channel(), set.evidence()).from(set.origin());
        };
    }

    private static Said shown(NoticeShown shown) {
        return new Said(
                shown.policy(),
                shown.text(),
                shown.notice(),
                shown.jurisdiction(),
                shown.channel(),
                null,
                null,
                null,
                Role.OPERATOR,
                null,
                null,
                null);
    }

    private static Said decided(Actor by, @Nullable CaseReference reference) {
        return said(null, null, new Evidence(null, null, null, by, null, reference));
    }

    private static Said said(@Nullable PolicyVersion policy, @Nullable Channel channel, @Nullable Evidence known) {
        Evidence evidence = known == null ? Evidence.NONE : known;
        Actor by = evidence.by();
        Actor recorder = evidence.recordedBy();
        return new Said(
                policy,
                evidence.text(),
                evidence.notice(),
                evidence.jurisdiction(),
                channel,
                null,
                null,
                null,
                by == null ? Role.SUBJECT : Role.of(by),
                recorder == null ? null : Role.of(recorder),
                officer(recorder == null ? by : recorder),
                evidence.reference());
    }

    private static @Nullable SubjectId officer(@Nullable Actor actor) {
        return actor != null && actor.kind() == Actor.Kind.OFFICER ? actor.id() : null;
    }

    private Said until(@Nullable LocalDate end) {
        return with(end, ground, origin);
    }

    private Said because(RestrictionGround why) {
        return with(expires, why, origin);
    }

    private Said from(ControlChanged.Origin whence) {
        return with(expires, ground, whence);
    }

    private Said with(
            @Nullable LocalDate end, @Nullable RestrictionGround why, ControlChanged.@Nullable Origin whence) {
        return new Said(
                policyVersion,
                textHash,
                noticeId,
                jurisdiction,
                channel,
                end,
                why,
                whence,
                by,
                recordedBy,
                officer,
                reference);
    }

    /** Who of the operator's it was, and their books, are no business of the person. */
    Said forItsPerson() {
        return new Said(
                policyVersion,
                textHash,
                noticeId,
                jurisdiction,
                channel,
                expires,
                ground,
                origin,
                by,
                recordedBy,
                null,
                null);
    }
}
