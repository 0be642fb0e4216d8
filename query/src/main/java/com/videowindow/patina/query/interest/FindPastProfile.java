package com.videowindow.patina.query.interest;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import java.time.Instant;

/**
 * A person's profile as it was when this position was the end of the log. Answers a {@link PastProfile}.
 *
 * @param then the time by which interests had faded
 */
@Uses(purpose = ProcessingPurpose.ACCOUNTABILITY, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindPastProfile(SubjectId subject, PlatformUserId user, Instant then, LogPosition position) {}
