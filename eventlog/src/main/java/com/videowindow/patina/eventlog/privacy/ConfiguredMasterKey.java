package com.videowindow.patina.eventlog.privacy;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** A master key given by configuration, the same for all nodes, which its owner keeps and renews. */
final class ConfiguredMasterKey implements MasterKey {
    private static final String NO_KEY = "PATINA_KEYS_MASTER holds no key. It is the key itself, " + AesGcm.KEY_BYTES
            + " random bytes in base64, and not the name of a file";

    private final Aead key;
    private volatile boolean isAnother;

    private ConfiguredMasterKey(Aead key) {
        this.key = key;
    }

    /** @param base64 32 random bytes */
    static ConfiguredMasterKey of(String base64) {
        return new ConfiguredMasterKey(new AesGcm(bytes(base64)));
    }

    private static byte[] bytes(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new UnusableMaster(NO_KEY, null); // the cause would show some of what was given
        }
        if (bytes.length != AesGcm.KEY_BYTES) {
            throw new UnusableMaster(NO_KEY, null);
        }
        return bytes;
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

    /** All nodes are told the same, unless one is not: it would read nothing, and wrap what nobody else can read. */
    @Override
    public void heed(MasterMark mark) {
        try {
            mark.tried();
            isAnother = false;
        } catch (MasterElsewhere e) {
            isAnother = true;
            throw new MasterElsewhere(MasterElsewhere.OTHERWISE_CONFIGURED, e);
        }
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
        return isAnother ? Optional.of(MasterElsewhere.OTHERWISE_CONFIGURED) : Optional.empty();
    }
}
