package com.videowindow.patina.api.security;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests a caller may send to one node.
 *
 * @param perSecond by one token's subject, in the long run
 * @param burst at once
 * @param strangersPerSecond without a token, by one network address
 */
@Validated
@ConfigurationProperties("patina.limits")
record LimitSettings(
        @Positive @DefaultValue("200") long perSecond,
        @Positive @DefaultValue("400") long burst,
        @Positive @DefaultValue("10") long strangersPerSecond,
        @Positive @DefaultValue("50") long strangersBurst) {}
