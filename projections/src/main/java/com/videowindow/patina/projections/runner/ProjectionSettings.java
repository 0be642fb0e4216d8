package com.videowindow.patina.projections.runner;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the read models are kept.
 *
 * @param batchSize events that become one bulk request
 * @param segments parts that a projection is split into over threads and nodes, where not 1
 * @param claimInterval how often a node looks for segments that nobody has
 * @param care how often each is looked after: started, given its index
 * @param retryPause longest pause between tries while Elasticsearch is away
 */
@ConfigurationProperties("patina.projections")
record ProjectionSettings(
        @DefaultValue("500") int batchSize,
        @DefaultValue Map<String, Integer> segments,
        @DefaultValue("1s") Duration claimInterval,
        @DefaultValue("1s") Duration care,
        @DefaultValue("1s") Duration retryPause) {

    private static final Map<String, Integer> SPLIT = Map.of("interest-profiles", 2);

    ProjectionSettings {
        if (batchSize < 1 || batchSize > 10_000) {
            throw new IllegalArgumentException("patina.projections.batch-size must be 1 to 10000");
        }
        segments = Map.copyOf(segments);
    }

    int segmentsOf(String projection) {
        return segments.getOrDefault(projection, SPLIT.getOrDefault(projection, 1));
    }
}
