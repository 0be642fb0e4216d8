package com.videowindow.patina.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A secret in a file that only its owner reads: made once, complete and on the disk before it is visible, since what it
 * named or signed does not come back when it is lost.
 */
public final class KeptSecret {
    private KeptSecret() {}

    public static String in(Path file, Supplier<String> made) {
        try {
            if (!Files.exists(file)) {
                make(file, made.get());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a key cannot be kept in " + file.getParent(), e);
        }
    }

    private static void make(Path file, String secret) throws IOException {
        Path folder = folder(file);
        try (DraftedFile drafted = DraftedFile.of(file)) {
            drafted.write(secret);
            drafted.publish();
        } catch (FileAlreadyExistsException e) {
            // another process was first, then that one holds
        }
        DraftedFile.force(folder.getParent());
    }

    /** Puts another in its place: after a crash there is the one or the other. */
    public static void replace(Path file, String secret) {
        try {
            folder(file);
            try (DraftedFile drafted = DraftedFile.over(file)) {
                drafted.write(secret);
                drafted.replace();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a key cannot be kept in " + file.getParent(), e);
        }
    }

    private static Path folder(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }

    /** What may be seen by all, beside its secret. */
    static void publish(Path file, String text) {
        try {
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Files.writeString(folder(file).resolve(file.getFileName()), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a public key cannot be left at " + file, e);
        }
    }
}
