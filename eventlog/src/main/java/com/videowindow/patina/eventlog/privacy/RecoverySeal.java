package com.videowindow.patina.eventlog.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a file in frames under a recovery key: PBKDF2-HMAC-SHA256 (RFC 8018) makes an AES-256-GCM key from it and a
 * salt that each file draws anew, so a frame's number may be its nonce. Each frame authenticates the header, its number and
 * whether it is the last: none can be left out, moved or taken from another file, and a lost end is seen. The iterations
 * are what guessing a weak recovery key costs; one derivation takes some tenths of a second.
 */
final class RecoverySeal {
    static final int ITERATIONS = 600_000;
    static final int TAG_BYTES = 16;
    private static final int MOST_ITERATIONS = 20_000_000;
    private static final byte[] MAGIC = "patina keys\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int SALT_BYTES = 16;
    static final int HEADER_BYTES = MAGIC.length + 1 + Integer.BYTES + SALT_BYTES;

    private final byte[] header;
    private final SecretKeySpec key;

    private RecoverySeal(byte[] header, SecretKeySpec key) {
        this.header = header;
        this.key = key;
    }

    /** For a new file. */
    static RecoverySeal fresh(char[] recoveryKey) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                .put(MAGIC)
                .put(VERSION)
                .putInt(ITERATIONS)
                .put(salt)
                .array();
        return new RecoverySeal(header, derived(recoveryKey, salt, ITERATIONS));
    }

    /** For a file that begins so. */
    static RecoverySeal of(byte[] header, char[] recoveryKey) {
        ByteBuffer in = ByteBuffer.wrap(header);
        if (header.length < HEADER_BYTES || !Arrays.equals(Arrays.copyOf(header, MAGIC.length), MAGIC)) {
            throw new UnreadableBackup("this is no backup of keys");
        }
        in.position(MAGIC.length);
        byte version = in.get();
        if (version != VERSION) {
            throw new UnreadableBackup("this backup of keys is of version " + version + ", made by a newer Patina");
        }
        int iterations = in.getInt();
        if (iterations < ITERATIONS || iterations > MOST_ITERATIONS) {
            throw new UnreadableBackup("this backup of keys was altered: its header is not ours");
        }
        byte[] salt = new byte[SALT_BYTES];
        in.get(salt);
        return new RecoverySeal(header.clone(), derived(recoveryKey, salt, iterations));
    }

    private static SecretKeySpec derived(char[] recoveryKey, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(recoveryKey, salt, iterations, 256);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return new SecretKeySpec(key, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    byte[] header() {
        return header.clone();
    }

    byte[] seal(long number, boolean last, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, number, last).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    byte[] open(long number, boolean last, byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, number, last).doFinal(sealed);
        } catch (AEADBadTagException e) {
            throw new UnreadableBackup(
                    number == 0
                            ? "the recovery key is not the one that this file was made under, or the file was altered"
                            : "this backup of keys was altered, or parts of it are missing");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, long number, boolean last) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = ByteBuffer.allocate(12).putInt(0).putLong(number).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(ByteBuffer.allocate(9)
                .putLong(number)
                .put((byte) (last ? 1 : 0))
                .array());
        return cipher;
    }
}
