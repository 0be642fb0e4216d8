package com.videowindow.patina.eventlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A public Ed25519 key with the name of whom it belongs to (C2SP {@code signed-note}, "vkey"). */
final class VerifierKey {
    static final byte ED25519 = 1;
    static final int ID_LENGTH = 4;
    private static final int LENGTH = 32;
    /** What X.509 puts before the 32 bytes: a sequence, the algorithm's number 1.3.101.112, a bit string. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] key;
    private final PublicKey publicKey;

    VerifierKey(String name, byte[] key) {
        if (name.isEmpty() || name.contains("+") || name.codePoints().anyMatch(VerifierKey::breaksLines)) {
            throw new IllegalArgumentException("a key's name has neither spaces nor +: " + name);
        }
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("an Ed25519 key has " + LENGTH + " bytes");
        }
        this.name = name;
        this.key = key.clone();
        try {
            byte[] encoded =
                    ByteBuffer.allocate(X509.length + LENGTH).put(X509).put(key).array();
            publicKey = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is no Ed25519 key", e);
        }
    }

    private static boolean breaksLines(int codePoint) {
        return Character.isSpaceChar(codePoint) || Character.isISOControl(codePoint);
    }

    /** Of a public key as X.509 has it. */
    static VerifierKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new VerifierKey(name, Arrays.copyOfRange(encoded, X509.length, encoded.length));
    }

    static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a public key reads name+id+base64");
        }
        byte[] typed = decoded(parts[2]);
        if (typed.length != LENGTH + 1 || typed[0] != ED25519) {
            throw new IllegalArgumentException("this public key is not of Ed25519");
        }
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.id()).equals(parts[1])) {
            throw new IllegalArgumentException("this public key has a misprint: its id is another");
        }
        return key;
    }

    private static byte[] decoded(String base64) {
        try {
            return Lines.bytes(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("this public key has a misprint: it is no base64", e);
        }
    }

    String name() {
        return name;
    }

    /** Short, to find the signature by; it proves nothing. */
    byte[] id() {
        byte[] hash = Hash.sha256((name + '\n').getBytes(StandardCharsets.UTF_8), new byte[] {ED25519}, key)
                .bytes();
        return Arrays.copyOf(hash, ID_LENGTH);
    }

    boolean claims(Note.Signature signature) {
        byte[] bytes = Lines.bytes(signature.base64());
        return signature.name().equals(name) && Arrays.equals(bytes, 0, ID_LENGTH, id(), 0, ID_LENGTH);
    }

    boolean verifies(String text, Note.Signature signature) {
        byte[] bytes = Lines.bytes(signature.base64());
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(bytes, ID_LENGTH, bytes.length - ID_LENGTH);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(LENGTH + 1).put(ED25519).put(key).array();
        return name
                + '+'
                + HexFormat.of().formatHex(id())
                + '+'
                + Base64.getEncoder().encodeToString(typed);
    }
}
