package com.videowindow.patina.domain.retention;

import com.videowindow.patina.domain.DomainEvent;

/** What was decided about keeping, and what was ended. About nobody in particular. */
public sealed interface RetentionEvent extends DomainEvent
        permits RetentionSet, EndingStarted, PeriodsEnded, EndingCompleted {
    /** All of them stand in one stream, so that one ending at a time is under way, and under one schedule. */
    String STREAM = "retention/schedule";
}
