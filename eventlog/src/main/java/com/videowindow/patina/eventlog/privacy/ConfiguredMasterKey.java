package com.videowindow.patina.eventlog.privacy;

import com.google.crypto.tink.Aead;
import com.videowindow.patina.domain.privacy.MasterRotation.Master;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A master key given by configuration, the same for all nodes, which its owner keeps and renews. */
final class ConfiguredMasterKey implements MasterKey {
    static final String VARIABLE = "PATINA_KEYS_MASTER";
    static final String FORMER = VARIABLE + "_FORMER";

    private final Aead key;
    /** They open what they wrapped until it is wrapped again, and wrap nothing. */
    private final List<Aead> former;

    private volatile @Nullable MasterElsewhere another;

    private ConfiguredMasterKey(Aead key, List<Aead> former) {
        this.key = key;
        this.former = former;
    }

    /**
     * @param base64 32 random bytes
     * @param former the same of those before it, by commas
     */
    static ConfiguredMasterKey of(String base64, @Nullable String former) {
        List<Aead> before = former == null
                ? List.of()
                : Arrays.stream(former.split(",", -1))
                        .map(one -> key(one, FORMER))
                        .toList();
        return new ConfiguredMasterKey(key(base64, VARIABLE), before);
    }

    private static Aead key(String base64, String variable) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw noKey(variable); // the cause would show some of what was given
        }
        if (bytes.length != AesGcm.KEY_BYTES) {
            throw noKey(variable);
        }
        return new AesGcm(bytes);
    }

    private static UnusableMaster noKey(String variable) {
        return new UnusableMaster(
                variable + " holds no key. It is the key itself, " + AesGcm.KEY_BYTES
                        + " random bytes in base64, and not the name of a file",
                null);
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
        try {
            return key.decrypt(wrapped, about);
        } catch (GeneralSecurityException e) {
            for (Aead one : former) {
                try {
                    return one.decrypt(wrapped, about);
                } catch (GeneralSecurityException notThisOne) {
                    e.addSuppressed(notThisOne);
                }
            }
            throw e;
        }
    }

    /** All nodes are told the same, unless one is not: it would read nothing, and wrap what nobody else can read. */
    @Override
    public void heed(MasterMark mark) {
        MasterMark.Closed closed = mark.closed();
        if (closed.isNone()) {
            another = null;
        } else {
            MasterElsewhere found = MasterElsewhere.otherwiseConfigured(closed);
            another = found;
            throw found;
        }
    }

    @Override
    public boolean renew(MasterMark mark) {
        return false;
    }

    @Override
    public void dropFormer() {
        // whoever configured them leaves them away
    }

    @Override
    public Optional<String> away() {
        return Optional.ofNullable(another).map(MasterElsewhere::getMessage);
    }

    @Override
    public Master kind() {
        return Master.CONFIGURED;
    }
}
