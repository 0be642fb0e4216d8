package com.videowindow.patina.domain.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The requests that are open, as this node knows them, in memory. */
public interface OpenRequests {

    /** One that is open, or was until a moment ago. */
    Optional<RequestProgress> find(RequestId request);

    /** All that are open now. */
    List<RequestProgress> open();

    /** How many have to be answered before this time. */
    long dueBefore(Instant time);
}
