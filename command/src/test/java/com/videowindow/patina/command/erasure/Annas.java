package com.videowindow.patina.command.erasure;

import com.videowindow.patina.command.erasure.ErasureCommand.RequestErasureAgain;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureCancelled;
import com.videowindow.patina.domain.erasure.ErasureCertified;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.ErasureHeld;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureRequested;
import com.videowindow.patina.domain.erasure.ErasureStarted;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.LegalHoldEvent;
import com.videowindow.patina.domain.erasure.LegalHoldLifted;
import com.videowindow.patina.domain.erasure.LegalHoldPlaced;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.erasure.SubjectErased;
import java.time.Duration;
import java.time.Instant;

/** What Anna asked, and what became of it, as tests say it. */
final class Annas {
    static final SubjectId ANNA = SubjectId.of("00000000-0000-4000-8000-00000000000a");
    static final ErasureId FIRST = ErasureId.of("00000000-0000-4000-8000-0000000000e1");
    static final ErasureId SECOND = ErasureId.of("00000000-0000-4000-8000-0000000000e2");
    static final Actor SELF = new Actor(Actor.Kind.SUBJECT, ANNA);
    static final Actor OFFICER = new Actor(Actor.Kind.OFFICER, SubjectId.of("00000000-0000-4000-8000-00000000000f"));
    static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    static final Instant DUE = NOON.plus(Duration.ofDays(14));
    static final Fence FENCE = new Fence(LogPosition.of(3, 0), "00");
    static final CaseReference CASE = new CaseReference("2026-17");

    static final ErasureEvent REQUESTED = new ErasureRequested(
            FIRST, ANNA, SELF, Regulation.GDPR, DUE, Instant.parse("2026-02-28T12:00:00Z"), null, NOON);
    static final ErasureEvent CANCELLED = new ErasureCancelled(FIRST, ANNA, SELF, NOON);
    static final ErasureEvent HELD = new ErasureHeld(FIRST, ANNA, OFFICER, HoldBasis.LEGAL_CLAIM, CASE, NOON);
    static final LegalHoldEvent PLACED = new LegalHoldPlaced(ANNA, OFFICER, HoldBasis.LEGAL_CLAIM, CASE, NOON);
    static final LegalHoldEvent LIFTED = new LegalHoldLifted(ANNA, OFFICER, CASE, NOON);
    static final ErasureEvent STARTED = new ErasureStarted(FIRST, ANNA, DUE);
    static final ErasureEvent ERASED = new SubjectErased(FIRST, ANNA, FENCE, DUE);
    static final ErasureEvent CERTIFIED = new ErasureCertified(FIRST, ANNA, "{}", DUE);

    static final Actor ENGINE = new Actor(Actor.Kind.ENGINE, ANNA);
    static final RequestErasureAgain AGAIN = new RequestErasureAgain(FIRST, ANNA, ENGINE, Regulation.GDPR, NOON);

    private Annas() {}
}
