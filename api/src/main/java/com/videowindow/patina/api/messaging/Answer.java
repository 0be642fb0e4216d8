package com.videowindow.patina.api.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.videowindow.patina.domain.LogPosition;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/**
 * An answer to somebody who may have asked for it {@code after} something that they wrote, or {@code asOf} earlier.
 *
 * @param stale it does not know yet what {@code after} asked for, or not everything that had happened by then
 * @param asOf the last position that it tells of; absent where it tells how things are
 */
public record Answer<A>(
        @JsonUnwrapped A answer,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean stale,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        LogPosition asOf) {

    /** How things are. */
    public static <A> Answer<A> now(A answer) {
        return now(answer, false);
    }

    public static <A> Answer<A> now(A answer, boolean stale) {
        return new Answer<>(answer, stale, null);
    }

    /** The same about a part of it. */
    public <B> Answer<B> with(B part) {
        return new Answer<>(part, stale, asOf);
    }
}
