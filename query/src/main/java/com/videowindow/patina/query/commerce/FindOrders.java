package com.videowindow.patina.query.commerce;

import com.videowindow.patina.domain.SubjectId;
import org.jspecify.annotations.Nullable;

/** A person's own orders, newest first. Answers an {@link OrderPage}. */
public record FindOrders(SubjectId subject, @Nullable String cursor, int limit) {}
