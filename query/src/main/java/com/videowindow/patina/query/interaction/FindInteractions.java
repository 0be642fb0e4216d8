package com.videowindow.patina.query.interaction;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import org.jspecify.annotations.Nullable;

/** A person's own history, newest first. Answers an {@link InteractionPage}. */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindInteractions(SubjectId subject, @Nullable String cursor, int limit) {}
