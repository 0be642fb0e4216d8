package com.videowindow.patina.domain.interaction;

import com.videowindow.patina.domain.Check;

/** The client's idea of a visit; sessions proper are derived from event time. */
public record SessionId(String value) {
    public SessionId {
        Check.identifier("sessionId", value, 128);
    }
}
