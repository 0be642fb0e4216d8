package com.videowindow.patina.domain.consent;

/** A change about one use of a person's data. */
public sealed interface PurposeEvent extends ConsentEvent
        permits NoticeShown,
                ConsentGiven,
                ConsentEnded,
                ProcessingRestricted,
                RestrictionLifted,
                ObjectionRaised,
                ObjectionSettled {
    Purpose purpose();
}
