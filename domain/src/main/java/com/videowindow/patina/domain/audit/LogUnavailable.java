package com.videowindow.patina.domain.audit;

import org.jspecify.annotations.Nullable;

/** The log cannot be written or read now; trying again later is safe. */
public class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
