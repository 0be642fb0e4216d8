package com.videowindow.patina.sagas.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How endings are carried out.
 *
 * @param look how often it is looked for periods that are over
 * @param step how often it is looked for what comes next of an ending
 */
@ConfigurationProperties("patina.retention")
record RetentionSettings(
        @DefaultValue("24h") Duration look,
        @DefaultValue("1s") Duration step) {}
