package com.videowindow.patina.eventlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log's own key, and with it the log's name. Written as the sum database's tools have it, so that they can sign too:
 * {@code PRIVATE+KEY+<name>+<id>+base64(1 || seed)}. Given by configuration when several nodes share the log, else made in
 * the data folder.
 */
final class CheckpointKey {
    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int SEED = 32;

    private final String text;
    private final PrivateKey key;
    private final VerifierKey verifier;

    private CheckpointKey(String name, byte[] seed) {
        KeyPair pair = pair(seed);
        key = pair.getPrivate();
        verifier = VerifierKey.of(name, pair.getPublic());
        byte[] typed =
                ByteBuffer.allocate(SEED + 1).put(VerifierKey.ED25519).put(seed).array();
        text = PREFIX
                + name
                + '+'
                + HexFormat.of().formatHex(verifier.id())
                + '+'
                + Base64.getEncoder().encodeToString(typed);
    }

    /** Java derives the public half only of a key that it draws itself, so it draws from the seed. */
    private static KeyPair pair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Drawn(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    static CheckpointKey of(@Nullable String configured, Path home) {
        if (configured != null && !configured.isBlank()) {
            return parse(configured);
        }
        return parse(KeptSecret.in(file(home), () -> named(local()).text));
    }

    /** Whether {@link #of} would make none. */
    static boolean isThere(@Nullable String configured, Path home) {
        return (configured != null && !configured.isBlank()) || Files.exists(file(home));
    }

    private static Path file(Path home) {
        return home.resolve("keys").resolve("checkpoint.key");
    }

    /** Nobody else's log is called so. */
    private static String local() {
        byte[] name = new byte[8];
        new SecureRandom().nextBytes(name);
        return "patina.local/" + HexFormat.of().formatHex(name);
    }

    /** A new key. */
    static CheckpointKey named(String name) {
        byte[] seed = new byte[SEED];
        new SecureRandom().nextBytes(seed);
        return new CheckpointKey(name, seed);
    }

    static CheckpointKey parse(String text) {
        String[] parts = text.strip().split("\\+", 5);
        if (parts.length != 5 || !text.strip().startsWith(PREFIX)) {
            throw new IllegalArgumentException("the key of checkpoints reads " + PREFIX + "name+id+base64");
        }
        byte[] typed = Lines.bytes(parts[4]);
        if (typed.length != SEED + 1 || typed[0] != VerifierKey.ED25519) {
            throw new IllegalArgumentException("the key of checkpoints is not of Ed25519");
        }
        CheckpointKey key = new CheckpointKey(parts[2], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.text.equals(text.strip())) {
            throw new IllegalArgumentException("the key of checkpoints has a misprint: its id is another");
        }
        return key;
    }

    VerifierKey verifier() {
        return verifier;
    }

    /** To be kept secret. */
    String secret() {
        return text;
    }

    /** Signs what the log is at this size, under the log's own name. */
    Note sign(long size, Hash root) {
        return sign(new Checkpoint(verifier.name(), size, root).text());
    }

    Note sign(String signed) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(signed.getBytes(StandardCharsets.UTF_8));
            byte[] signature = ed25519.sign();
            byte[] withId = ByteBuffer.allocate(verifier.id().length + signature.length)
                    .put(verifier.id())
                    .put(signature)
                    .array();
            String base64 = Base64.getEncoder().encodeToString(withId);
            return new Note(signed, List.of(new Note.Signature(verifier.name(), base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 does not sign", e);
        }
    }

    /** Says the seed, and nothing else. */
    private static final class Drawn extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Drawn(byte[] seed) {
            super();
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
