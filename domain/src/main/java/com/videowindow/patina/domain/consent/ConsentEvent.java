package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.SubjectId;

/** A change of what a person allows, or of what stands against using what they allow. */
public sealed interface ConsentEvent extends AboutSubject permits PurposeEvent, ControlChanged {

    /** The name of the stream of this person's choices in the log. */
    static String stream(SubjectId subject) {
        return "consents/" + subject;
    }
}
