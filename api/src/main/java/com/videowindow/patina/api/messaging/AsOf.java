package com.videowindow.patina.api.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * An answer to somebody who may have asked for it {@code after} something that they wrote.
 *
 * @param stale it does not know yet what {@code after} asked for
 */
public record AsOf<A>(
        @JsonUnwrapped A answer,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean stale) {}
