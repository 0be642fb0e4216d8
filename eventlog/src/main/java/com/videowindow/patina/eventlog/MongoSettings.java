package com.videowindow.patina.eventlog;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the log is kept.
 *
 * @param uri a replica set's, or the embedded server's
 * @param selection how long a server is looked for; bounds how long a writer waits for a log that is away
 * @param start how long the first answer is waited for when a node starts, which may be before its server
 * @param silence how long an answer may take before the connection counts as dead
 */
@ConfigurationProperties("patina.mongodb")
record MongoSettings(
        String uri,
        @DefaultValue("patina") String database,
        @DefaultValue("1s") Duration selection,
        @DefaultValue("30s") Duration start,
        @DefaultValue("5s") Duration silence) {

    private static final int CONNECT_MILLIS = 1_000;

    MongoClientSettings client() {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applicationName("patina")
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(selection.toMillis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(selection.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                        .readTimeout(silence.toMillis(), TimeUnit.MILLISECONDS))
                .build();
    }
}
