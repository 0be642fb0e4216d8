package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;

/** A change of what a person allows, or of what stands against using what they allow. */
@Processing(
        purposes = ProcessingPurpose.PROOF_OF_CONSENT,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
public sealed interface ConsentEvent extends AboutSubject permits PurposeEvent, ControlChanged {

    /** The name of the stream of this person's choices in the log. */
    static String stream(SubjectId subject) {
        return "consents/" + subject;
    }
}
