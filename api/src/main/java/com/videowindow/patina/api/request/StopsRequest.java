package com.videowindow.patina.api.request;

import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import java.time.Instant;

/** Stops what the engine does about a request, before an officer denies it; a bean of the capability that does it. */
public interface StopsRequest {
    RequestKind kind();

    /** @throws com.videowindow.patina.domain.Refused when it is too far to be stopped; repeating it changes nothing */
    void stop(RequestProgress request, Actor by, Instant at);
}
