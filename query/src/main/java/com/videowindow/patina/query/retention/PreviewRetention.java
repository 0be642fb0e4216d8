package com.videowindow.patina.query.retention;

import java.time.Instant;

/** What would have to go at this time, as things stand now. Answers a {@link RetentionPreview}; changes nothing. */
public record PreviewRetention(Instant at) {}
