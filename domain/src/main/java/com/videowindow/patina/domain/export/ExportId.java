package com.videowindow.patina.domain.export;

import java.util.UUID;

/** One export; random. */
public record ExportId(UUID value) {
    public static ExportId of(String value) {
        return new ExportId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
