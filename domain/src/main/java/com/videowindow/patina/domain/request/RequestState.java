package com.videowindow.patina.domain.request;

/** How a request stands. */
public enum RequestState {
    OPEN,
    /** A legal reason keeps it waiting; its clock goes on. */
    HELD,
    ANSWERED,
    DENIED,
    /** Taken back. */
    WITHDRAWN,
    /** The engine could not carry it out: officers answer it, and its clock goes on until they do. */
    FAILED,
    /** Its person was erased before it was carried out. */
    ENDED_BY_ERASURE;

    public boolean isOpen() {
        return this == OPEN || this == HELD || this == FAILED;
    }
}
