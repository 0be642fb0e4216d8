package com.videowindow.patina.projections.store;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the read side is and how long to wait for it.
 *
 * @param uri of Elasticsearch, with {@code user:password@} where it asks for them
 * @param readTimeout for a read by id: after it, memory answers
 * @param searchTimeout for a search
 * @param writeTimeout for a bulk write; generous, since a projection only waits longer
 * @param replicas copies of each index beside the first; 1 wherever there is more than one node
 */
@ConfigurationProperties("patina.elasticsearch")
record ElasticsearchSettings(
        @DefaultValue("http://127.0.0.1:9200") URI uri,
        @DefaultValue("300ms") Duration readTimeout,
        @DefaultValue("2s") Duration searchTimeout,
        @DefaultValue("20s") Duration writeTimeout,
        @DefaultValue("0") int replicas) {

    ElasticsearchSettings {
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("patina.elasticsearch.uri must be an address like http://host:9200");
        }
        if (readTimeout.isNegative() || readTimeout.isZero()) {
            throw new IllegalArgumentException("patina.elasticsearch.read-timeout must be positive");
        }
    }
}
