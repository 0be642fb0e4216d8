package com.videowindow.patina.domain.release;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.lookup.LookupReason;
import java.time.Instant;

/** An officer needs to see what the log has of somebody. */
public record ReleaseAsked(
        ReleaseId release, SubjectId subject, Actor by, LookupReason reason, CaseReference reference, Instant at)
        implements ReleaseEvent {}
