package com.videowindow.patina.eventlog.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.videowindow.patina.domain.audit.KeysUnavailable;
import com.videowindow.patina.domain.privacy.MasterRotation.Master;
import com.videowindow.patina.eventlog.KeptSecret;
import com.videowindow.patina.eventlog.KeyFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Tink keyset in a file of the data folder, for nodes that share it; what a renewal replaces is overwritten. */
public final class LocalMasterKey implements MasterKey {
    public static final String FILE = "master.key";

    private static final String UNREADABLE = "keys/" + FILE + " of this home cannot be read. Put it back";
    private static final String NO_KEY = "keys/" + FILE + " of this home holds no master key. Put it back";

    private static final Logger LOG = LoggerFactory.getLogger(LocalMasterKey.class);

    private final Path folder;
    private KeysetHandle keys;
    private String text;
    private volatile boolean elsewhere;

    private LocalMasterKey(Path folder, String text) {
        this.folder = folder;
        this.text = text;
        this.keys = parsed(text);
    }

    /** @param home data folder; its key is made when there is none */
    public static LocalMasterKey of(Path home) {
        Path folder = home.resolve("keys");
        try {
            return new LocalMasterKey(folder, KeptSecret.in(folder.resolve(FILE), LocalMasterKey::made));
        } catch (UncheckedIOException e) {
            throw new UnusableMaster(UNREADABLE, e);
        }
    }

    /** As the file has them now, which another process on this home may have renewed. */
    private void readAgain() {
        String now = kept();
        if (!now.equals(text)) {
            keys = parsedOrAway(now);
            text = now;
            elsewhere = false; // as far as is known: the one in use may have been put back
        }
    }

    /** A running node makes none where its own is away. */
    private String kept() {
        try {
            return KeptSecret.text(folder.resolve(FILE));
        } catch (IOException e) {
            throw new KeysUnavailable(UNREADABLE, e);
        }
    }

    private static KeysetHandle parsedOrAway(String text) {
        try {
            return parsed(text);
        } catch (UnusableMaster e) {
            throw new KeysUnavailable(NO_KEY, e);
        }
    }

    private static KeysetHandle parsed(String text) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(text, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new UnusableMaster(NO_KEY, e);
        }
    }

    private static String made() {
        try {
            return text(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a master key cannot be made", e);
        }
    }

    private static String text(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    private Aead aead() throws GeneralSecurityException {
        return keys.getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    @Override
    public <T> T alone(Supplier<T> work) {
        try {
            return KeyFolder.alone(folder, work::get);
        } catch (IOException e) {
            throw new UncheckedIOException("the master key cannot be locked", e);
        }
    }

    /** Asks the file first. */
    @Override
    public synchronized byte[] wrap(byte[] key, byte[] about) throws GeneralSecurityException {
        readAgain();
        return aead().encrypt(key, about);
    }

    @Override
    public synchronized byte[] unwrap(byte[] wrapped, byte[] about) throws GeneralSecurityException {
        try {
            return aead().decrypt(wrapped, about);
        } catch (GeneralSecurityException e) {
            readAgain();
            return aead().decrypt(wrapped, about);
        }
    }

    /** Of a renewal that was broken off between the store and the file it does the rest. */
    @Override
    public synchronized void heed(MasterMark mark) {
        readAgain();
        int inUse = inUse(mark);
        if (entries().noneMatch(entry -> entry.getId() == inUse)) {
            throw overtaken(new MasterElsewhere(null));
        }
        elsewhere = false;
        if (keys.getPrimary().getId() != inUse) {
            wrapWith(inUse);
        }
    }

    private int inUse(MasterMark mark) {
        try {
            return mark.nowOr(keys.getPrimary().getId());
        } catch (MasterElsewhere e) {
            throw overtaken(e);
        }
    }

    /** Told once: whoever waits for keys tries again and again. */
    private MasterElsewhere overtaken(MasterElsewhere by) {
        if (!elsewhere) {
            LOG.error("{}", by.getMessage());
        }
        elsewhere = true;
        return by;
    }

    /**
     * Everybody on this folder can unwrap with the next key before the store names it; of two homes one moves the mark; and
     * only then is anything wrapped with it.
     */
    @Override
    public synchronized boolean renew(MasterMark mark) {
        heed(mark);
        int former = keys.getPrimary().getId();
        int next = add();
        if (!mark.move(former, next)) {
            throw overtaken(new MasterElsewhere(null));
        }
        wrapWith(next);
        return true;
    }

    private int add() {
        int next = ThreadLocalRandom.current()
                .ints(1, Integer.MAX_VALUE)
                .filter(id -> entries().noneMatch(entry -> entry.getId() == id))
                .findFirst()
                .orElseThrow();
        try {
            replace(KeysetHandle.newBuilder(keys)
                    .setConfiguration(AeadConfig2026.get())
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withFixedId(next))
                    .build());
            return next;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a master key cannot be made", e);
        }
    }

    private void wrapWith(int id) {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder().setConfiguration(AeadConfig2026.get());
        entries().forEach(entry -> {
            KeysetHandle.Builder.Entry same =
                    KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId());
            builder.addEntry(entry.getId() == id ? same.makePrimary() : same);
        });
        try {
            replace(builder.build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key cannot be replaced", e);
        }
    }

    private Stream<KeysetHandle.Entry> entries() {
        return IntStream.range(0, keys.size()).mapToObj(keys::getAt);
    }

    @Override
    public synchronized void dropFormer() {
        readAgain();
        try {
            KeysetHandle.Entry newest = keys.getPrimary();
            replace(KeysetHandle.newBuilder()
                    .setConfiguration(AeadConfig2026.get())
                    .addEntry(KeysetHandle.importKey(newest.getKey())
                            .withFixedId(newest.getId())
                            .makePrimary())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the former master keys cannot be dropped", e);
        }
    }

    @Override
    public Master kind() {
        return Master.FILE;
    }

    @Override
    public Optional<String> away() {
        return elsewhere ? Optional.of(MasterElsewhere.WHY) : unusable();
    }

    /** Looked at each time, since nobody else does before the next key has to be wrapped. Waits for nobody who does. */
    private Optional<String> unusable() {
        try {
            parsedOrAway(kept());
            return Optional.empty();
        } catch (KeysUnavailable e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private void replace(KeysetHandle next) throws GeneralSecurityException {
        String now = text(next);
        KeptSecret.replace(folder.resolve(FILE), now);
        text = now;
        keys = next;
    }
}
