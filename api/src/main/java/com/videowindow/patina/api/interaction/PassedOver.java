package com.videowindow.patina.api.interaction;

import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeStanding;
import com.videowindow.patina.domain.consent.Standing;

/** A consent that a data set vouches for and that does not count here, and why. */
record PassedOver(Purpose purpose, Reason reason) {

    /** What was decided here. */
    enum Reason {
        REFUSED,
        WITHDRAWN,
        REVOKED,
        /** Given before, and run out. */
        EXPIRED,
        INVALIDATED,
        RESTRICTED,
        OBJECTED,
        /** They are a minor, for whom a guardian decides. */
        GUARDIAN_NEEDED,
        /** They asked to be erased. */
        LEAVING,
        /** They were erased a short time ago. */
        ERASED
    }

    /** Of somebody who does not allow it after the import. */
    static PassedOver by(Standing standing, Purpose purpose) {
        PurposeStanding stands = standing.of(purpose);
        return new PassedOver(
                purpose,
                switch (stands.status()) {
                    case REFUSED -> Reason.REFUSED;
                    case WITHDRAWN -> Reason.WITHDRAWN;
                    case REVOKED -> Reason.REVOKED;
                    case EXPIRED -> Reason.EXPIRED;
                    case INVALIDATED -> Reason.INVALIDATED;
                    case UNKNOWN, REQUESTED, GIVEN, RENEWED -> suspended(standing, stands);
                });
    }

    private static Reason suspended(Standing standing, PurposeStanding stands) {
        if (stands.restricted()) {
            return Reason.RESTRICTED;
        }
        if (stands.objected()) {
            return Reason.OBJECTED;
        }
        return standing.isOn(Control.MINOR) ? Reason.GUARDIAN_NEEDED : Reason.EXPIRED;
    }
}
