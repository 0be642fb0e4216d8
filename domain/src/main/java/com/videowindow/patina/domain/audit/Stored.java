package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;

/** Where a fact stands in the log, and whether it stood there before. */
public record Stored(LogPosition position, boolean duplicate) {}
