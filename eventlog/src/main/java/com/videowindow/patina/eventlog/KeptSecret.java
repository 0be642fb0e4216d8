package com.videowindow.patina.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret in a file that only its owner reads: made once, complete before it is visible, never over another. */
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
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path draft = Files.createTempFile(
                folder,
                "secret",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, secret);
        try {
            DraftedFile.place(draft, file); // fails when another process was first
        } catch (FileAlreadyExistsException e) {
            // then that one holds
        }
        Files.deleteIfExists(draft);
    }

    /** What may be seen by all, beside its secret. */
    static void publish(Path file, String text) {
        try {
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a public key cannot be left at " + file, e);
        }
    }
}
