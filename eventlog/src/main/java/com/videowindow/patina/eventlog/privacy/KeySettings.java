package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.eventlog.privacy.vault.VaultSettings;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people's keys are kept, in a database of their own, never in the log's, and what wraps them: one of three, or a key
 * that is made in the data folder.
 *
 * @param uri of another server than the log's, so that no dump of one has both; the log's when absent
 * @param database by default the log's name and {@code -keys}
 * @param master 32 bytes in base64, the same on all nodes
 * @param masterFormer the same of those before it, by commas, which open what they wrapped until {@code keys rotate} is done
 * @param vault a key in Vault
 * @param kms Tink's name of a key in another service, whose client is among the libraries
 */
@ConfigurationProperties("patina.keys")
public record KeySettings(
        @Nullable String uri,
        @Nullable String database,
        @Nullable String master,
        @Nullable String masterFormer,
        @Nullable VaultSettings vault,
        @Nullable String kms) {

    public KeySettings {
        uri = given(uri);
        master = given(master);
        masterFormer = given(masterFormer);
        kms = given(kms);
        if (Stream.of(master, vault, kms).filter(Objects::nonNull).count() > 1) {
            throw new IllegalArgumentException("patina.keys must name one master key: master, vault or kms");
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    String database(String log) {
        return database == null || database.isBlank() ? log + "-keys" : database;
    }

    MasterKey masterKey(Path home) {
        if (masterFormer != null && master == null) {
            throw new UnusableMaster(ConfiguredMasterKey.FORMER + " is of use beside PATINA_KEYS_MASTER alone", null);
        }
        if (vault != null) {
            return RemoteMasterKey.in(vault);
        }
        if (kms != null) {
            return RemoteMasterKey.in(kms);
        }
        return master == null ? LocalMasterKey.of(home) : ConfiguredMasterKey.of(master, masterFormer);
    }

    @Override
    public String toString() {
        return "KeySettings[" + database + ", …]";
    }
}
