package com.videowindow.patina.domain.opendsr;

/** How requests stand, and the way to those who want to be told. */
public interface StatusCalls {

    RequestStatus status(OpenDsrReceived request);

    /**
     * Says to a sender how a request stands.
     *
     * @param callback which of its addresses, from 0
     * @return whether it was taken
     */
    boolean tell(OpenDsrReceived request, RequestStatus status, int callback) throws InterruptedException;
}
