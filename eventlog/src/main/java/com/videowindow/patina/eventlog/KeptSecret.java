package com.videowindow.patina.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
        Path draft = draft(folder, secret);
        try {
            DraftedFile.place(draft, file); // fails when another process was first
        } catch (FileAlreadyExistsException e) {
            // then that one holds
        }
        Files.deleteIfExists(draft);
        force(folder);
        force(folder.getParent());
    }

    /** Puts another in its place: after a crash there is the one or the other. */
    static void replace(Path file, String secret) {
        try {
            Path folder = folder(file);
            Files.move(
                    draft(folder, secret), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder);
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

    private static Path draft(Path folder, String secret) throws IOException {
        Path draft = Files.createTempFile(
                folder,
                "secret",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(secret.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return draft;
    }

    /** Until its folder is on the disk too, a file has no name there. */
    private static void force(@Nullable Path folder) throws IOException {
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
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
