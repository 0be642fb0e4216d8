package com.videowindow.patina.eventlog;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is signed.
 *
 * @param every how often, when it has grown: what was written since the newest checkpoint could be taken away unseen
 * @param key {@code PRIVATE+KEY+name+id+base64}, the same on all nodes; made in the data folder when absent
 * @param former public keys that signed before it did, oldest first; read from the data folder when absent
 */
@ConfigurationProperties("patina.log.checkpoint")
record CheckpointSettings(
        @DefaultValue("1m") Duration every,
        @Nullable String key,
        @DefaultValue List<String> former) {
    CheckpointSettings {
        if (every.toMillis() < 100) {
            throw new IllegalArgumentException("patina.log.checkpoint.every must be at least 100 ms");
        }
    }

    Keyring keys(Path home) {
        return new Keyring(key, former, home);
    }
}
