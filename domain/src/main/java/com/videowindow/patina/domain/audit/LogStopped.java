package com.videowindow.patina.domain.audit;

import org.jspecify.annotations.Nullable;

/**
 * The disk under the log is full or broken, and nothing is written until somebody has seen to it. What was being written
 * at that moment may be stored.
 */
public final class LogStopped extends LogUnavailable {
    private static final long serialVersionUID = 1L;

    /** @param message what the disk said */
    public LogStopped(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
