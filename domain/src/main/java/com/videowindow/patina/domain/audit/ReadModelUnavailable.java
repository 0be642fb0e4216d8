package com.videowindow.patina.domain.audit;

import org.jspecify.annotations.Nullable;

/** The read side cannot answer now; nothing is lost, and trying again later is safe. */
public class ReadModelUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReadModelUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
