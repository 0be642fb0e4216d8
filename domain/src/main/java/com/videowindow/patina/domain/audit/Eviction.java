package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;
import java.time.Instant;
import java.util.List;

/** Somebody decided that a read model goes without these events. */
public record Eviction(
        String projection, String sequence, List<LogPosition> positions, String reason, String by, Instant at) {}
