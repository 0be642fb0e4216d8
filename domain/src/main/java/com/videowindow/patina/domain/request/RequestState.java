package com.videowindow.patina.domain.request;

/** How a request stands. */
public enum RequestState {
    OPEN,
    /** A legal reason keeps it waiting; its clock goes on. */
    HELD,
    ANSWERED,
    DENIED,
    /** Taken back. */
    WITHDRAWN;

    public boolean isOpen() {
        return this == OPEN || this == HELD;
    }
}
