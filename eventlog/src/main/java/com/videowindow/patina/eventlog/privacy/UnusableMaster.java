package com.videowindow.patina.eventlog.privacy;

import org.jspecify.annotations.Nullable;

/** What is given as a master key is none, so that nothing starts with it. Says nothing of what was given. */
final class UnusableMaster extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnusableMaster(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
