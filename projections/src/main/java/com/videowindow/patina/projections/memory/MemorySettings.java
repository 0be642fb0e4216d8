package com.videowindow.patina.projections.memory;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far memory may be trusted.
 *
 * @param mayLag how far behind the log it may be before consents count as missing
 * @param maySilence how long a log that does not answer is believed to stand still: a node that is cut off from it, as
 *     others are not, would not hear of a withdrawal
 */
@ConfigurationProperties("patina.memory")
record MemorySettings(
        @DefaultValue("5s") Duration mayLag,
        @DefaultValue("5s") Duration maySilence) {}
