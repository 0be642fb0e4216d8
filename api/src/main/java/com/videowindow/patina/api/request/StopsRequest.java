package com.videowindow.patina.api.request;

import com.videowindow.patina.command.request.DenyAndStop.Stop;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the engine does about a request, and has to leave when an officer denies it; a bean of the capability that does it. */
public interface StopsRequest {
    Set<RequestKind> kinds();

    /** What stops it, and changes nothing when it is repeated; empty where the engine does nothing about this one. */
    Optional<Stop> stop(RequestProgress request, Actor by, Instant at);

    /** Told once it is in the log. */
    default void stopped(RequestProgress request) {}
}
