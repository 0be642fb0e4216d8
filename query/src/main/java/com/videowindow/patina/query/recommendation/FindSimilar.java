package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.privacy.AboutNobody;
import java.time.Instant;

/**
 * What is like one piece of content. Answers an optional {@link SimilarContent}; empty where it is not shown.
 *
 * @param limit 1 to 100
 */
@AboutNobody
public record FindSimilar(ContentId content, int limit, Instant now) {}
