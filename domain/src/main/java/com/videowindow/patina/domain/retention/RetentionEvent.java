package com.videowindow.patina.domain.retention;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;

/** What was decided about keeping, and what was ended. About nobody in particular. */
@Processing(
        purposes = ProcessingPurpose.ACCOUNTABILITY,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.COMPLIANCE_OFFICERS})
public sealed interface RetentionEvent extends DomainEvent
        permits RetentionSet, PurposeRetentionSet, EndingStarted, PeriodsEnded, EndingCompleted {
    /** All of them stand in one stream, so that one ending at a time is under way, and under one schedule. */
    String STREAM = "retention/schedule";
}
