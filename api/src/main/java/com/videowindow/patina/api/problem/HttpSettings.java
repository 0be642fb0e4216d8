package com.videowindow.patina.api.problem;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the door lets in.
 *
 * @param maxBody of a request
 * @param maxImport of a request that imports
 * @param atOnce requests that are worked on at once, reads and writes each
 * @param longReads questions that read the whole log, at once
 * @param queueFor how long further ones wait before they are turned away
 * @param corsOrigins whose pages may call from a browser; none by default
 */
@ConfigurationProperties("patina.http")
record HttpSettings(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("16MB") DataSize maxImport,
        @DefaultValue("64") int atOnce,
        @DefaultValue("2") int longReads,
        @DefaultValue("250ms") Duration queueFor,
        @DefaultValue List<String> corsOrigins) {

    HttpSettings {
        if (atOnce < 1) {
            throw new IllegalArgumentException("patina.http.at-once must be at least 1");
        }
        if (longReads < 1) {
            throw new IllegalArgumentException("patina.http.long-reads must be at least 1");
        }
    }
}
