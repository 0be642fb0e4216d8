package com.videowindow.patina.domain.audit;

/** More waits for the log than it takes. Nothing of what was to be written is stored, nor will be. */
public final class LogBusy extends LogUnavailable {
    private static final long serialVersionUID = 1L;

    public LogBusy(String message) {
        super(message, null);
    }
}
