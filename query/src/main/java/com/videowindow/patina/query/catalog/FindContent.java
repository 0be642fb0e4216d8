package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.privacy.AboutNobody;

/** One piece of content as it stands. Answers an optional {@code Content}, retired or not. */
@AboutNobody
public record FindContent(ContentId content) {}
