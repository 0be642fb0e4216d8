package com.videowindow.patina.command.catalog;

import com.videowindow.patina.domain.catalog.ContentId;
import java.time.Instant;

/** Show retired content again. */
public record RestoreContent(ContentId content, Instant at) {}
