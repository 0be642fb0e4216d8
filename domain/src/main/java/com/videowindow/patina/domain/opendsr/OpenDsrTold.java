package com.videowindow.patina.domain.opendsr;

import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.request.RequestId;
import java.time.Instant;

/**
 * The sender was told how the request stands.
 *
 * @param by the engine
 * @param callback which of the sender's addresses, from 0
 * @param reached false when nobody took it for so long that it was given up
 */
public record OpenDsrTold(RequestId request, Actor by, RequestStatus status, int callback, boolean reached, Instant at)
        implements OpenDsrEvent {}
