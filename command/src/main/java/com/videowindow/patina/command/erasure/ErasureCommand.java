package com.videowindow.patina.command.erasure;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.PartyName;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import com.videowindow.patina.domain.request.Arrival;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of one person's erasure. Repeating one that was taken changes nothing and answers what stands. */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public sealed interface ErasureCommand extends AboutOnePerson {
    ErasureId erasure();

    /**
     * Ask for it; answers the request that stands, which is the older one where one is under way.
     *
     * @param arrival absent where it comes as it is entered
     * @param grace until it starts
     */
    record RequestErasure(
            ErasureId erasure,
            SubjectId subject,
            Actor by,
            Regulation regulation,
            @Nullable Arrival arrival,
            Duration grace,
            Instant at)
            implements ErasureCommand {}

    /** In a log that was put back from before: do again, at once and whatever holds it, what was done already. */
    record RequestErasureAgain(ErasureId erasure, SubjectId subject, Actor by, Regulation regulation, Instant at)
            implements ErasureCommand {}

    /** Take the request back, as long as nothing was destroyed. What holds the person goes on to do so. */
    record CancelErasure(ErasureId erasure, SubjectId subject, Actor by, Instant at) implements ErasureCommand {}

    /** Keep the data for a legal reason, as long as nothing was destroyed. */
    record HoldErasure(
            ErasureId erasure, SubjectId subject, Actor by, HoldBasis basis, CaseReference reference, Instant at)
            implements ErasureCommand {}

    /** That legal reason is gone. */
    record ReleaseErasure(ErasureId erasure, SubjectId subject, Actor by, Instant at) implements ErasureCommand {}

    /**
     * Pass the point of no return, when it is due and nothing holds it, nor a part of what is to go.
     *
     * @param again the keys are gone already, so that there is nothing to wait for
     */
    record StartErasure(ErasureId erasure, SubjectId subject, boolean again, Instant at) implements ErasureCommand {}

    /** The keys are destroyed. */
    record RecordErased(ErasureId erasure, SubjectId subject, Fence fence, Instant at) implements ErasureCommand {}

    /** Somebody else was told, or cannot be. */
    record RecordTold(ErasureId erasure, SubjectId subject, PartyName party, boolean reached, Instant at)
            implements ErasureCommand {}

    /** Everything is done and looked through. */
    record CertifyErasure(ErasureId erasure, SubjectId subject, String certificate, Instant at)
            implements ErasureCommand {}
}
