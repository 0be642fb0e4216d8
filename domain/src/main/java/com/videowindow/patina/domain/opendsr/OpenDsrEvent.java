package com.videowindow.patina.domain.opendsr;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.audit.Provable;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import com.videowindow.patina.domain.request.RequestId;

/** A step of a request that came by OpenDSR. Not sealed: it is read when the keys of its person are gone. */
@Processing(
        purposes = ProcessingPurpose.RIGHTS_OF_PEOPLE,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS, Recipient.CONFIGURED_PARTIES})
public sealed interface OpenDsrEvent extends DomainEvent, Provable
        permits OpenDsrReceived, OpenDsrCancelled, OpenDsrTold {
    /** As the sender named it. */
    RequestId request();

    Actor by();
}
