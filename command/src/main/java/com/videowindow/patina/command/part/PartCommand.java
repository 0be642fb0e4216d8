package com.videowindow.patina.command.part;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.part.Kept;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.domain.part.PartScope;
import com.videowindow.patina.domain.part.Places;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import com.videowindow.patina.domain.request.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** One step of the erasure of a part. Repeating one that was taken changes nothing and answers what stands. */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public sealed interface PartCommand {
    ErasureId erasure();

    SubjectId subject();

    @TargetAggregateIdentifier
    default String stream() {
        return PartEvent.stream(subject());
    }

    /**
     * Ask for it, under an id of its own; whoever asks twice for the same under two ids has two requests, of which the second
     * takes what came since too.
     *
     * @param arrival absent where it comes as it is entered
     * @param grace until it starts
     */
    record RequestPart(
            ErasureId erasure,
            SubjectId subject,
            Actor by,
            Regulation regulation,
            @Nullable Arrival arrival,
            PartScope scope,
            Duration grace,
            Instant at)
            implements PartCommand {}

    /** In a log that was put back from before: do again, whatever holds it, what was done already: clear it, and certify. */
    record RequestPartAgain(ErasureId erasure, SubjectId subject, Actor by, Regulation regulation, Instant at)
            implements PartCommand {}

    /** It was found, and is to be neither used nor shown. */
    record HidePart(ErasureId erasure, SubjectId subject, Places places, Instant at) implements PartCommand {}

    /** Take the request back, as long as nothing was destroyed. */
    record CancelPart(ErasureId erasure, SubjectId subject, Actor by, Instant at) implements PartCommand {}

    /** Keep the data for a legal reason, as long as nothing was destroyed. */
    record HoldPart(
            ErasureId erasure, SubjectId subject, Actor by, HoldBasis basis, CaseReference reference, Instant at)
            implements PartCommand {}

    /** The legal reason is gone. */
    record ReleasePart(ErasureId erasure, SubjectId subject, Actor by, Instant at) implements PartCommand {}

    /**
     * Pass the point of no return, when it is due, nothing holds it, and no other part of this person is on its way.
     *
     * @param again its keys are gone already, so that there is nothing to wait for
     */
    record StartPart(
            ErasureId erasure,
            SubjectId subject,
            Set<DataCategory> kinds,
            Places places,
            List<Kept> kept,
            boolean again,
            Instant at)
            implements PartCommand {}

    /** New facts are sealed under other keys than those that go. */
    record RecordKeysClosed(ErasureId erasure, SubjectId subject, Instant at) implements PartCommand {}

    /** The keys are destroyed. */
    record RecordForgotten(ErasureId erasure, SubjectId subject, Fence fence, Instant at) implements PartCommand {}

    /** Everything is done and looked through. */
    record CertifyPart(ErasureId erasure, SubjectId subject, String certificate, Instant at) implements PartCommand {}

    /** The whole person was erased. */
    record EndWithWhole(ErasureId erasure, SubjectId subject, Instant at) implements PartCommand {}
}
