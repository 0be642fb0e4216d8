package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits aside. What it says stays in the log.
 *
 * @param cause type of the failure; absent for one that only waits behind another
 * @param message where or why it failed, without personal data
 */
public record DeadEvent(
        LogPosition position,
        @Nullable String cause,
        @Nullable String message,
        Instant enqueuedAt,
        Instant lastTouched) {}
