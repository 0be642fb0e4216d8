package com.videowindow.patina.domain.opendsr;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How requests stand, and what those are told who want to know. */
public interface StatusCalls {

    /** How it stands, and since when. */
    record Stands(RequestStatus status, Instant since) {

        /** As of one about somebody: it is waiting, and after a while it is complete. */
        public static Stands ofNobody(OpenDsrReceived request, Instant now) {
            return now.isBefore(request.due())
                    ? new Stands(RequestStatus.PENDING, request.at())
                    : new Stands(RequestStatus.COMPLETED, request.due());
        }
    }

    /** Whether it is about somebody of whom nothing is kept, as its entry in the log says; stays so. */
    boolean isAboutNobody(OpenDsrReceived request);

    /** How the engine carries out a request that its sender did not take back. */
    Stands carriedOut(OpenDsrReceived request);

    /** What addresses of senders must begin with to be called at all. */
    List<URI> addresses();

    /** What is sent to a sender, in JSON. */
    record Message(URI address, Map<String, String> headers, String body) {
        public Message {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * Says how a request stands.
     *
     * @param callback which of the sender's addresses, from 0
     * @return absent as long as the operator does not let that address be called
     */
    Optional<Message> message(OpenDsrReceived request, RequestStatus status, int callback);
}
