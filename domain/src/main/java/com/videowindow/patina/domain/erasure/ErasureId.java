package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.request.RequestId;
import java.util.UUID;

/** One erasure; random, or made of its person's random id, so that only who was told can ask for it. */
public record ErasureId(UUID value) {

    public static ErasureId of(String value) {
        return new ErasureId(UUID.fromString(value));
    }

    /** As the list of requests knows it. */
    RequestId asRequest() {
        return new RequestId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
