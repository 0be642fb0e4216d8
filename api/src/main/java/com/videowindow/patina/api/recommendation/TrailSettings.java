package com.videowindow.patina.api.recommendation;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How served lists become trails.
 *
 * @param queue lists that may wait for the log; when as many wait, no personal list is served
 * @param batch lists that are stored at once
 * @param linger how long a list waits for others, since each block costs every reader of the log the same
 * @param again pause before an unavailable log is tried again
 * @param drain how long a stopping node tries to store what still waits
 */
@Validated
@ConfigurationProperties("patina.trails")
record TrailSettings(
        @Positive @DefaultValue("10000") int queue,
        @Positive @DefaultValue("64") int batch,
        @DefaultValue("20ms") Duration linger,
        @DefaultValue("500ms") Duration again,
        @DefaultValue("10s") Duration drain) {}
