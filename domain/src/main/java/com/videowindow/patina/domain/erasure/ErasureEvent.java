package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;

/**
 * A step of an erasure. Not sealed under the person's key, since it has to be read when that is gone: it names nothing but
 * the random subject, which leads to nobody once the person has left the directory.
 */
public sealed interface ErasureEvent extends DomainEvent
        permits ErasureRequested,
                ErasureCancelled,
                ErasureHeld,
                ErasureReleased,
                ErasureStarted,
                SubjectErased,
                ErasureCertified,
                PartyTold {
    ErasureId erasure();

    SubjectId subject();

    /** The name of the stream of one person's erasures in the log: at most one of them is under way. */
    static String stream(SubjectId subject) {
        return "erasure/" + subject;
    }
}
