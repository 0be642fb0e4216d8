package com.videowindow.patina.domain.interaction;

import com.videowindow.patina.domain.Check;

/** A device, as the client names it. */
public record DeviceId(String value) {
    public DeviceId {
        Check.identifier("deviceId", value, 128);
    }
}
