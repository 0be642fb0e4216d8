package com.videowindow.patina.eventlog.privacy;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** A master key given by configuration, the same for all nodes, which its owner keeps and renews. */
final class ConfiguredMasterKey implements MasterKey {
    private final Aead key;

    private ConfiguredMasterKey(Aead key) {
        this.key = key;
    }

    /** @param base64 32 random bytes */
    static ConfiguredMasterKey of(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length != AesGcm.KEY_BYTES) {
            throw new IllegalArgumentException("patina.keys.master must have " + AesGcm.KEY_BYTES + " bytes");
        }
        return new ConfiguredMasterKey(new AesGcm(bytes));
    }

    /** It never changes while a node runs. */
    @Override
    public <T> T alone(Supplier<T> work) {
        return work.get();
    }

    @Override
    public byte[] wrap(byte[] secret, byte[] about) throws GeneralSecurityException {
        return key.encrypt(secret, about);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] about) throws GeneralSecurityException {
        return key.decrypt(wrapped, about);
    }

    @Override
    public boolean renew(MasterMark mark) {
        return false;
    }

    @Override
    public void dropFormer() {
        // there is never a former one
    }

    @Override
    public Optional<String> away() {
        return Optional.empty();
    }
}
