package com.videowindow.patina.domain.export;

/** How far an export is. */
public enum ExportState {
    /** Asked for; being made, or waiting for that. */
    PREPARING,
    /** Its archive can be fetched. */
    READY,
    /** There is no archive, since it could not be made whole. */
    FAILED,
    /** Its archive was kept for its time, and is gone. */
    EXPIRED,
    /** Its archive is gone earlier. */
    DELETED;

    /** Whether an archive rests, or is to be made. */
    public boolean isOpen() {
        return this == PREPARING || this == READY;
    }
}
