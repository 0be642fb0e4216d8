package com.videowindow.patina.domain.opendsr;

import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.request.RequestId;
import java.time.Instant;

/** Whoever sent it took it back, before anything was done. */
public record OpenDsrCancelled(RequestId request, Actor by, Instant at) implements OpenDsrEvent {}
