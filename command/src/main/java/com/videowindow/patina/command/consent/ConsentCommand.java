package com.videowindow.patina.command.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.Jurisdiction;
import com.videowindow.patina.domain.consent.NoticeId;
import com.videowindow.patina.domain.consent.PolicyVersion;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.RestrictionGround;
import com.videowindow.patina.domain.consent.TextHash;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import com.videowindow.patina.domain.request.RequestId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Something to be decided about what one person allows. Each answers {@link Decided}; repeating it changes nothing. */
@Uses(purpose = ProcessingPurpose.PROOF_OF_CONSENT, basis = LawfulBasis.LEGAL_OBLIGATION)
public sealed interface ConsentCommand {
    SubjectId subject();

    Instant at();

    /** Names the aggregate. */
    @TargetAggregateIdentifier
    default String stream() {
        return ConsentEvent.stream(subject());
    }

    /** One that is about one use. */
    sealed interface OfPurpose extends ConsentCommand {
        Purpose purpose();
    }

    /** Remember what a person is asked, before they answer. */
    record ShowNotice(
            SubjectId subject,
            Purpose purpose,
            NoticeId notice,
            PolicyVersion policy,
            @Nullable TextHash text,
            Channel channel,
            @Nullable Jurisdiction jurisdiction,
            Instant at)
            implements OfPurpose {}

    /** Allow one use. */
    record GiveConsent(
            SubjectId subject, Purpose purpose, PolicyVersion policy, Channel channel, Evidence evidence, Instant at)
            implements OfPurpose {}

    /**
     * Take over that somebody allows one use elsewhere; it counts only where nothing was said about it here, and as long as it
     * has not run out.
     *
     * @param text that they answered, as far as it is known; to be named where the policy has several
     * @param givenAt when they did there, as far as it is known
     */
    record ImportConsent(
            SubjectId subject,
            Purpose purpose,
            PolicyVersion policy,
            @Nullable TextHash text,
            @Nullable Instant givenAt,
            Instant at)
            implements OfPurpose {
        GiveConsent given() {
            Evidence evidence = text == null ? Evidence.NONE : Evidence.NONE.of(text);
            return new GiveConsent(subject, purpose, policy, Channel.IMPORT, evidence, at);
        }
    }

    /** No longer allow one use, or say no to it; holds from the next request on. */
    record WithdrawConsent(
            SubjectId subject, Purpose purpose, PolicyVersion policy, Channel channel, Evidence evidence, Instant at)
            implements OfPurpose {}

    /** End a consent as whoever answers for it. */
    record RevokeConsent(SubjectId subject, Purpose purpose, Actor by, CaseReference reference, Instant at)
            implements OfPurpose {}

    /** Say that a consent never was one. */
    record InvalidateConsent(SubjectId subject, Purpose purpose, Actor by, CaseReference reference, Instant at)
            implements OfPurpose {}

    /** Write down that a consent is over, if it is. */
    record ExpireConsent(SubjectId subject, Purpose purpose, Instant at) implements OfPurpose {}

    /**
     * Keep what is known, and do not use it.
     *
     * @param request as which it is written down where the person asks; absent where an officer decides
     */
    record RestrictProcessing(
            @Nullable RequestId request,
            SubjectId subject,
            Purpose purpose,
            Actor by,
            RestrictionGround ground,
            @Nullable CaseReference reference,
            Instant at)
            implements OfPurpose {}

    /** Use it again. */
    record LiftRestriction(
            SubjectId subject,
            Purpose purpose,
            Actor by,
            @Nullable CaseReference reference,
            Instant at) implements OfPurpose {}

    /**
     * Object to a use.
     *
     * @param request likewise
     */
    record RaiseObjection(
            @Nullable RequestId request,
            SubjectId subject,
            Purpose purpose,
            Actor by,
            @Nullable CaseReference reference,
            Instant at)
            implements OfPurpose {}

    /** Take an objection back. */
    record SettleObjection(
            SubjectId subject,
            Purpose purpose,
            Actor by,
            @Nullable CaseReference reference,
            Instant at) implements OfPurpose {}

    /**
     * Set what holds for all uses.
     *
     * @param request as which it is written down where the person, or their browser, opts out by it; absent where an officer
     *     decides
     */
    record SetControl(
            @Nullable RequestId request,
            SubjectId subject,
            Control control,
            boolean on,
            ControlChanged.Origin origin,
            Channel channel,
            Evidence evidence,
            Instant at)
            implements ConsentCommand {}
}
