package com.videowindow.patina.command.erasure;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.LegalHold;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import java.time.Instant;
import java.util.List;

/** What officers decide about what has to be kept of a person. Answers the {@linkplain Held holds} that stand then. */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public sealed interface HoldCommand extends AboutOnePerson {

    /** @param holds the oldest first */
    record Held(List<LegalHold> holds) {}

    /** Keep everything, for this case as well. */
    record PlaceHold(SubjectId subject, Actor by, HoldBasis basis, CaseReference reference, Instant at)
            implements HoldCommand {}

    /** This case is no reason any more; an erasure that waits goes on where it was the last. */
    record LiftHold(SubjectId subject, Actor by, CaseReference reference, Instant at) implements HoldCommand {}
}
