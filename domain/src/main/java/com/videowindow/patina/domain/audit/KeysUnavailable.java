package com.videowindow.patina.domain.audit;

import org.jspecify.annotations.Nullable;

/**
 * What keeps the master key cannot be asked now. Facts under keys that this node has in memory are read and written all the
 * same; nothing is lost, and trying again later is safe.
 */
public class KeysUnavailable extends LogUnavailable {
    private static final long serialVersionUID = 1L;

    /** @param message without tokens, names and contents */
    public KeysUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
