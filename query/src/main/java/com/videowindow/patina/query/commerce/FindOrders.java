package com.videowindow.patina.query.commerce;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import org.jspecify.annotations.Nullable;

/** A person's own orders, newest first. Answers an {@link OrderPage}. */
@Uses(purpose = ProcessingPurpose.CONTRACT, basis = LawfulBasis.CONTRACT)
public record FindOrders(SubjectId subject, @Nullable String cursor, int limit) {}
