package com.videowindow.patina.query.retention;

import com.videowindow.patina.domain.privacy.AboutNobody;
import java.time.Instant;

/** What would have to go at this time, as things stand now. Answers a {@link RetentionPreview}; changes nothing. */
@AboutNobody
public record PreviewRetention(Instant at) {}
