package com.videowindow.patina.domain.opendsr;

/** How a request stands, as OpenDSR has it. */
public enum RequestStatus {
    PENDING,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED;

    public boolean isLast() {
        return this == COMPLETED || this == CANCELLED;
    }
}
