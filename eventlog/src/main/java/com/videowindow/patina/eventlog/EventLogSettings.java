package com.videowindow.patina.eventlog;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log commits and reads.
 *
 * @param blockEvents events that are coalesced into one block; larger blocks make stream loads slow
 * @param blockBytes bytes that are coalesced into one block
 * @param linger how long a block waits for more while several writers are at work; less than their patience
 * @param queue commits that may wait; beyond it the log refuses
 * @param queueBytes bytes that may wait, since a commit may have 15 MB; beyond it the log refuses
 * @param patience how long a writer waits without any block being stored before it is told that the log is unavailable
 * @param poll longest time after which what other nodes wrote is seen
 * @param readAhead blocks that a reader fetches at once
 * @param cacheBytes size of the recent blocks that all readers share; as much again is for the short streams
 * @param claimTimeout after which a processor's work may be taken over from a node that went silent; a sign of life comes
 *     every 5 s
 * @param messageKey secret that names facts, base64, the same on all nodes; made in the data folder when absent
 */
@ConfigurationProperties("patina.log")
public record EventLogSettings(
        @DefaultValue("128") int blockEvents,
        @DefaultValue("1048576") int blockBytes,
        @DefaultValue("2ms") Duration linger,
        @DefaultValue("16384") int queue,
        @DefaultValue("67108864") long queueBytes,
        @DefaultValue("1500ms") Duration patience,
        @DefaultValue("50ms") Duration poll,
        @DefaultValue("32") int readAhead,
        @DefaultValue("33554432") long cacheBytes,
        @DefaultValue("10s") Duration claimTimeout,
        @Nullable String messageKey) {

    public static final EventLogSettings DEFAULTS = new EventLogSettings(
            128,
            1 << 20,
            Duration.ofMillis(2),
            16_384,
            64L << 20,
            Duration.ofMillis(1_500),
            Duration.ofMillis(50),
            32,
            1L << 25,
            Duration.ofSeconds(10),
            null);

    public EventLogSettings {
        require(blockEvents >= 1 && blockEvents <= 4_096, "block-events must be 1 to 4096");
        require(blockBytes >= 1 << 10 && blockBytes <= 8 << 20, "block-bytes must be 1 KB to 8 MB");
        require(queue >= 1, "queue must be at least 1");
        require(queueBytes >= 1, "queue-bytes must be at least 1");
        require(readAhead >= 1 && readAhead <= 1_000, "read-ahead must be 1 to 1000");
        require(!patience.isNegative() && !patience.isZero(), "patience must be positive");
        require(!linger.isNegative() && linger.compareTo(patience) < 0, "linger must be 0 or more, and below patience");
        require(poll.toMillis() >= 1, "poll must be at least 1 ms");
        require(claimTimeout.toSeconds() >= 6, "claim-timeout must be at least 6 s: claims are extended every 5 s");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("patina.log: " + otherwise);
        }
    }
}
