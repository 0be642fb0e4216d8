package com.videowindow.patina.domain.lookup;

import java.util.UUID;

/** One look-up. */
public record LookupId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
