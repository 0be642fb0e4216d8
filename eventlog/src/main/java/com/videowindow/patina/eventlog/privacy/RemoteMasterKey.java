package com.videowindow.patina.eventlog.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import com.videowindow.patina.domain.audit.KeysUnavailable;
import com.videowindow.patina.domain.privacy.MasterRotation.Master;
import com.videowindow.patina.eventlog.privacy.vault.VaultKmsClient;
import com.videowindow.patina.eventlog.privacy.vault.VaultSettings;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A master key that leaves its service never: whatever Tink has a client for. Nodes need no lock among them, since the service keeps all
 * versions until they are dropped, and {@link KeyShards} stores nothing over what was changed meanwhile.
 */
public final class RemoteMasterKey implements MasterKey {
    private static final String AWAY = "the service of the master key does not answer";

    private final Aead key;
    private final @Nullable RenewableKey renewable;
    private final Lock alone = new ReentrantLock();
    private volatile boolean answered = true;
    private int renewed;

    private RemoteMasterKey(Aead key, @Nullable RenewableKey renewable) {
        this.key = key;
        this.renewable = renewable;
    }

    public static RemoteMasterKey in(VaultSettings vault) {
        var key = new VaultKmsClient(vault).key();
        return new RemoteMasterKey(key, key);
    }

    /**
     * @param uri a key of a service whose client is among the libraries, with the credentials that it finds by itself; its
     *     owner renews it
     */
    public static RemoteMasterKey in(String uri) {
        try {
            KmsClient client = ServiceLoader.load(KmsClient.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(each -> each.doesSupport(uri))
                    .findFirst()
                    .orElseThrow(() -> new GeneralSecurityException("no client supports it"));
            return new RemoteMasterKey(client.withDefaultCredentials().getAead(uri), null);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("patina.keys.kms names nothing that a client here knows", e);
        }
    }

    /** On this node alone: who drops must know that what they wrapped is under what they renewed, and not another thread. */
    @Override
    public <T> T alone(Supplier<T> work) {
        alone.lock();
        try {
            return work.get();
        } finally {
            alone.unlock();
        }
    }

    private interface Asking<T> {
        T ask() throws GeneralSecurityException;
    }

    /** Tink's clients say of a service that is away what they say of a wrong key: only ours can tell the two apart. */
    private <T> T asked(Asking<T> asking) throws GeneralSecurityException {
        try {
            T answer = asking.ask();
            answered = true;
            return answer;
        } catch (GeneralSecurityException e) {
            if (renewable != null) {
                throw e;
            }
            answered = false;
            throw new KeysUnavailable("the service of the master key does not answer, or not with this key", e);
        }
    }

    @Override
    public byte[] wrap(byte[] secret, byte[] about) throws GeneralSecurityException {
        return asked(() -> key.encrypt(secret, about));
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] about) throws GeneralSecurityException {
        return asked(() -> key.decrypt(wrapped, about));
    }

    @Override
    public synchronized boolean renew(MasterMark mark) {
        if (renewable == null || !renewable.isRenewable()) {
            return false;
        }
        try {
            renewed = renewable.renew();
            return true;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key cannot be renewed", e);
        }
    }

    @Override
    public synchronized void dropFormer() {
        try {
            if (renewable != null && renewed > 0) {
                renewable.dropBefore(renewed);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the former master keys cannot be dropped", e);
        }
    }

    @Override
    public Master kind() {
        return renewable == null ? Master.SERVICE : Master.VAULT;
    }

    @Override
    public OptionalInt version(byte[] wrapped) {
        return renewable == null ? OptionalInt.empty() : OptionalInt.of(renewable.version(wrapped));
    }

    @Override
    public Optional<String> away() {
        return (renewable == null ? answered : renewable.answers()) ? Optional.empty() : Optional.of(AWAY);
    }
}
