package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;
import java.util.List;

/**
 * Somebody decided that a read model goes without these events.
 *
 * @param by random id of whoever did, as officers have one
 */
public record Eviction(
        String projection, String sequence, List<LogPosition> positions, String reason, SubjectId by, Instant at) {}
