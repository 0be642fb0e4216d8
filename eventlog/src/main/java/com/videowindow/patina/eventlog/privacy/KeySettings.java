package com.videowindow.patina.eventlog.privacy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people's keys are kept: in a database of their own, never in the log's.
 *
 * @param database by default the log's name and {@code -keys}
 * @param master what wraps them, 32 bytes in base64, the same on all nodes; made in the data folder when absent
 */
@ConfigurationProperties("patina.keys")
public record KeySettings(
        @Nullable String database, @Nullable String master) {

    String database(String log) {
        return database == null || database.isBlank() ? log + "-keys" : database;
    }

    MasterKey masterKey(Path home) {
        return master == null || master.isBlank() ? LocalMasterKey.of(home) : ConfiguredMasterKey.of(master);
    }

    @Override
    public String toString() {
        return "KeySettings[" + database + ", …]";
    }
}
