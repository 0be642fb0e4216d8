package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.catalog.ContentId;

/** One piece of content as it stands. Answers an optional {@code Content}, retired or not. */
public record FindContent(ContentId content) {}
