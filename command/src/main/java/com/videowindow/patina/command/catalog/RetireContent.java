package com.videowindow.patina.command.catalog;

import com.videowindow.patina.domain.catalog.ContentId;
import java.time.Instant;

/** No longer show content. */
public record RetireContent(ContentId content, Instant at) {}
