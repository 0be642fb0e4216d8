package com.videowindow.patina.sagas.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How exports are made.
 *
 * @param look how often it is looked for something to do
 * @param keep how long an archive can be fetched
 * @param lease after which another node goes on with what one left; signs of life come twice a second
 */
@ConfigurationProperties("patina.export")
record ExportSettings(
        @DefaultValue("250ms") Duration look,
        @DefaultValue("7d") Duration keep,
        @DefaultValue("20s") Duration lease) {
    ExportSettings {
        if (keep.isNegative() || keep.isZero()) {
            throw new IllegalArgumentException("patina.export.keep must be positive");
        }
        if (lease.toSeconds() < 5) {
            throw new IllegalArgumentException("patina.export.lease must be at least 5 s");
        }
    }
}
