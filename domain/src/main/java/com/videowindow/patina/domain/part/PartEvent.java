package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;

/**
 * An event of the erasure of a part: a {@link PartStep}, or {@link PartErasureDescribed}, which alone says what it is about,
 * is sealed, and goes with the part.
 */
@Processing(
        purposes = ProcessingPurpose.RIGHTS_OF_PEOPLE,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
public sealed interface PartEvent extends DomainEvent permits PartStep, PartErasureDescribed {
    ErasureId erasure();

    SubjectId subject();

    /** Whether other facts than before are to be left out, by whoever folds what is known about this person. */
    default boolean changesWhatIsKnown() {
        return false;
    }

    /** The name of the stream of one person's erasures of parts in the log. */
    static String stream(SubjectId subject) {
        return "part/" + subject;
    }
}
