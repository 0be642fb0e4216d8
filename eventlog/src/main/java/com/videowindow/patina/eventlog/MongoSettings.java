package com.videowindow.patina.eventlog;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
public record MongoSettings(
        String uri,
        @DefaultValue("patina") String database,
        @DefaultValue("1s") Duration selection,
        @DefaultValue("30s") Duration start,
        @DefaultValue("5s") Duration silence) {

    private static final Logger LOG = LoggerFactory.getLogger(MongoSettings.class);
    private static final int CONNECT_MILLIS = 1_000;

    MongoClientSettings client() {
        return client(uri);
    }

    /** The same for another server. */
    public MongoClientSettings client(String at) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(at))
                .applicationName("patina")
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(selection.toMillis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(selection.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                        .readTimeout(silence.toMillis(), TimeUnit.MILLISECONDS))
                .build();
    }

    /** Waits for a server that may start after this node. */
    public void awaitAnswer(MongoDatabase database) {
        long until = System.nanoTime() + start.toNanos();
        while (true) {
            try {
                database.runCommand(new Document("ping", 1));
                return;
            } catch (MongoTimeoutException | MongoSocketException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
                LOG.warn("MongoDB does not answer yet; trying for {} s", start.toSeconds());
            }
        }
    }
}
