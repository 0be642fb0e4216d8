package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.privacy.AboutNobody;

/** One piece of content as it was when this position was the end of the log. Answers an optional {@link PastContent}. */
@AboutNobody
public record FindPastContent(ContentId content, LogPosition position) {}
