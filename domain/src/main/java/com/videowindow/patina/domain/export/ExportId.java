package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.request.RequestId;
import java.util.UUID;

/** One export; random, or made of its person's random id. */
public record ExportId(UUID value) {
    public static ExportId of(String value) {
        return new ExportId(UUID.fromString(value));
    }

    /** As the list of requests names it. */
    RequestId asRequest() {
        return new RequestId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
