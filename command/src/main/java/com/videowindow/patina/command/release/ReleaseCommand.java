package com.videowindow.patina.command.release;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.lookup.LookupReason;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import com.videowindow.patina.domain.release.ReleaseEvent;
import com.videowindow.patina.domain.release.ReleaseId;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * What officers decide about a release. Deciding the same again changes nothing. Answers a {@link
 * com.videowindow.patina.domain.release.ReleaseProgress}.
 */
@Uses(purpose = ProcessingPurpose.ACCOUNTABILITY, basis = LawfulBasis.LEGAL_OBLIGATION)
public sealed interface ReleaseCommand {
    ReleaseId release();

    @TargetAggregateIdentifier
    default String stream() {
        return ReleaseEvent.stream(release());
    }

    record AskRelease(
            ReleaseId release, SubjectId subject, Actor by, LookupReason reason, CaseReference reference, Instant at)
            implements ReleaseCommand {}

    /** @param lasting for how long from now on */
    record GrantRelease(ReleaseId release, Actor by, Duration lasting, Instant at) implements ReleaseCommand {}

    /** Also what was granted before is over then. */
    record RefuseRelease(ReleaseId release, Actor by, Instant at) implements ReleaseCommand {}
}
