package com.videowindow.patina.eventlog.privacy.vault;

import com.google.crypto.tink.KmsClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Keys of one Vault for Tink, named {@code hcvault://server:8200/mount/keys/name} as Tink's clients in other languages do. */
public final class VaultKmsClient implements KmsClient {
    static final String PREFIX = "hcvault://";

    private final VaultSettings settings;

    public VaultKmsClient(VaultSettings settings) {
        this.settings = settings;
    }

    /** The key that the settings name. */
    public VaultKey key() {
        return new VaultKey(new Vault(settings), settings);
    }

    @Override
    public boolean doesSupport(String keyUri) {
        return settings.uri().equals(keyUri);
    }

    /** @param tokenFile path of a file with the token */
    @Override
    public KmsClient withCredentials(String tokenFile) {
        return new VaultKmsClient(new VaultSettings(
                settings.address(),
                settings.mount(),
                settings.key(),
                settings.namespace(),
                null,
                Path.of(tokenFile),
                settings.certificates(),
                settings.timeout(),
                settings.renew()));
    }

    @Override
    public KmsClient withDefaultCredentials() {
        return this;
    }

    @Override
    public VaultKey getAead(String keyUri) throws GeneralSecurityException {
        if (!doesSupport(keyUri)) {
            throw new GeneralSecurityException("not a key of this Vault");
        }
        return key();
    }
}
