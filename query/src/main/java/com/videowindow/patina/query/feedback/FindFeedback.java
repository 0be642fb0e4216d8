package com.videowindow.patina.query.feedback;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import org.jspecify.annotations.Nullable;

/** A person's own feedback, newest first. Answers a {@link FeedbackPage}. */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindFeedback(SubjectId subject, @Nullable String cursor, int limit) {}
