package com.videowindow.patina.domain.consent;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where one use of a person's data stands: few enough values that many people share them.
 *
 * @param policy that the newest consent answered
 * @param expires first day, in UTC, on which a given consent no longer holds
 * @param byGuardian whether a guardian gave it
 * @param restricted kept and not used
 * @param objected the person objects
 */
public record PurposeStanding(
        ConsentStatus status,
        @Nullable PolicyVersion policy,
        @Nullable LocalDate expires,
        boolean byGuardian,
        boolean restricted,
        boolean objected) {

    public static final PurposeStanding NONE =
            new PurposeStanding(ConsentStatus.UNKNOWN, null, null, false, false, false);

    public PurposeStanding after(PurposeEvent event) {
        return switch (event) {
            case NoticeShown shown -> status == ConsentStatus.UNKNOWN ? with(ConsentStatus.REQUESTED) : this;
            case ConsentGiven given ->
                new PurposeStanding(
                        wasGiven() ? ConsentStatus.RENEWED : ConsentStatus.GIVEN,
                        given.policy(),
                        given.expires(),
                        given.isByGuardian(),
                        restricted,
                        objected);
            case ConsentEnded ended -> with(ended.status());
            case ProcessingRestricted ignored ->
                new PurposeStanding(status, policy, expires, byGuardian, true, objected);
            case RestrictionLifted ignored -> new PurposeStanding(status, policy, expires, byGuardian, false, objected);
            case ObjectionRaised ignored -> new PurposeStanding(status, policy, expires, byGuardian, restricted, true);
            case ObjectionSettled ignored ->
                new PurposeStanding(status, policy, expires, byGuardian, restricted, false);
        };
    }

    private boolean wasGiven() {
        return status.permits() || status == ConsentStatus.EXPIRED;
    }

    private PurposeStanding with(ConsentStatus now) {
        return new PurposeStanding(now, policy, expires, byGuardian, restricted, objected);
    }

    /** Whether nobody said anything about it: at most it was asked. */
    public boolean isSilent() {
        return status.isUnanswered() && !restricted && !objected;
    }

    /** Whether it was given, and nobody stands against it; time, policy and age are asked elsewhere. */
    public boolean isOpen() {
        return status.permits() && !restricted && !objected;
    }
}
