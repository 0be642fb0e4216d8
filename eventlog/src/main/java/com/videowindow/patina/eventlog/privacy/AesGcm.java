package com.videowindow.patina.eventlog.privacy;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a nonce of 96 random bits in front and a tag of 128 behind (NIST SP 800-38D), byte for byte what Tink's
 * {@code AesGcmJce} writes and reads. Tink keeps a cipher and a source of randomness for each thread: in a new one, as each
 * request has, looking both up takes some tens of microseconds, the sealing itself one or two. Here they are shared.
 */
final class AesGcm implements Aead {
    static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    /** The one used last comes first: it may have this key already. */
    private static final Deque<Cipher> CIPHERS = new ConcurrentLinkedDeque<>();

    private final SecretKeySpec key;

    AesGcm(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes, and this one " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    @Override
    public byte[] encrypt(byte[] plain, byte[] bound) throws GeneralSecurityException {
        byte[] sealed = new byte[NONCE_BYTES + plain.length + TAG_BYTES];
        Randomness.fill(sealed, NONCE_BYTES);
        Cipher cipher = cipher();
        cipher.init(Cipher.ENCRYPT_MODE, key, nonce(sealed));
        cipher.updateAAD(bound);
        cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
        CIPHERS.push(cipher);
        return sealed;
    }

    @Override
    public byte[] decrypt(byte[] sealed, byte[] bound) throws GeneralSecurityException {
        if (sealed.length < NONCE_BYTES + TAG_BYTES) {
            throw new GeneralSecurityException("too short to have been sealed");
        }
        Cipher cipher = cipher();
        cipher.init(Cipher.DECRYPT_MODE, key, nonce(sealed));
        cipher.updateAAD(bound);
        byte[] plain = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        CIPHERS.push(cipher);
        return plain;
    }

    private static GCMParameterSpec nonce(byte[] sealed) {
        return new GCMParameterSpec(TAG_BYTES * Byte.SIZE, sealed, 0, NONCE_BYTES);
    }

    /** As many are made as are in use at once. One whose use failed is not used again. */
    private static Cipher cipher() throws GeneralSecurityException {
        Cipher free = CIPHERS.poll();
        return free == null ? Cipher.getInstance("AES/GCM/NoPadding") : free;
    }
}
