package com.videowindow.patina.api.opendsr;

/** How a request stands, as OpenDSR has it. */
public enum RequestStatus {
    PENDING,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED
}
