package com.videowindow.patina.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs the log, and those that did before. The one may still have to be made, which only whoever signs asks
 * for: a home that is merely looked at gets none, since its own may be about to come back from a backup.
 */
final class Keyring {
    private final @Nullable String configured;
    private final List<String> former;
    private final Path home;
    private @Nullable CheckpointKey signer;

    /**
     * @param configured the key that signs; that of the home when absent
     * @param former public keys that signed before it, oldest first; those of the home when there are none
     */
    Keyring(@Nullable String configured, List<String> former, Path home) {
        this.configured = configured;
        this.former = former.stream().filter(each -> !each.isBlank()).toList();
        this.home = home;
    }

    /** This key alone, whatever a home holds. */
    static Keyring of(CheckpointKey only) {
        return new Keyring(only.secret(), List.of(only.verifier().toString()), Path.of(""));
    }

    /** The key that signs, made where there is none. */
    synchronized CheckpointKey signer() {
        if (signer == null) {
            signer = CheckpointKey.of(configured, home);
        }
        return signer;
    }

    /** Leaves what the log is checked with for all to see: who asks for it may be configured otherwise. */
    void publish() {
        signer();
        KeptSecret.publish(file("checkpoint.pub"), known().text());
    }

    /** Whether {@link #signer} would make none. */
    boolean hasSigner() {
        return CheckpointKey.isThere(configured, home);
    }

    /** Whether it was the key that signs now; makes none. */
    boolean signed(Note note) {
        return hasSigner() && note.isSignedBy(signer().verifier());
    }

    /** All that are known; makes none. */
    KnownKeys known() {
        SequencedSet<String> keys = new LinkedHashSet<>();
        former().forEach(each -> keys.add(each.strip()));
        if (hasSigner()) {
            keys.addLast(signer().verifier().toString());
        }
        return new KnownKeys(keys.stream().map(VerifierKey::parse).toList());
    }

    private List<String> former() {
        Path kept = file("checkpoint.former");
        try {
            return former.isEmpty() && Files.exists(kept)
                    ? KeptSecret.text(kept)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .toList()
                    : former;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + kept, e);
        }
    }

    /** Names the key that signs here among those that did; whatever signs next has to be another one. */
    KnownKeys retire() {
        KnownKeys known = known();
        if (!known.oldestFirst().isEmpty()) {
            KeptSecret.replace(file("checkpoint.former"), known.text());
        }
        return known;
    }

    /** Lets this home sign with another key from now on, where none is configured. */
    void replace(CheckpointKey next) {
        KeptSecret.replace(file("checkpoint.key"), next.secret());
        new Keyring(null, former, home).publish();
    }

    private Path file(String name) {
        return home.resolve("keys").resolve(name);
    }
}
