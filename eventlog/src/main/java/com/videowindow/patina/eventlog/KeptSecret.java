package com.videowindow.patina.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A secret in a file that only its owner reads: made once, complete and on the disk before it is visible, since what it
 * named or signed does not come back when it is lost.
 */
public final class KeptSecret {
    private static final int TRIES = 1_000;

    private KeptSecret() {}

    /** In a folder that is made for it, or is its owner's alone from now on. */
    public static String in(Path file, Supplier<String> made) {
        try {
            if (!Files.exists(file)) {
                folder(file);
            }
        } catch (IOException e) {
            throw unkept(file, e);
        }
        return there(file, made);
    }

    /** In a folder that is there, and stays as it is. */
    static String there(Path file, Supplier<String> made) {
        try {
            if (!Files.exists(file)) {
                make(file, made.get());
            }
            return text(file);
        } catch (IOException e) {
            throw unkept(file, e);
        }
    }

    private static UncheckedIOException unkept(Path file, IOException why) {
        return new UncheckedIOException("a key cannot be kept in " + file.getParent(), why);
    }

    private static void make(Path file, String secret) throws IOException {
        Path folder = parent(file);
        KeyFolder.clear(folder);
        KeyFolder.alone(folder, () -> {
            try (DraftedFile drafted = DraftedFile.of(file)) {
                drafted.write(secret);
                drafted.publish();
            } catch (FileAlreadyExistsException e) {
                // another process was first, then that one holds
            }
            return file;
        });
        DraftedFile.force(folder.getParent());
    }

    /** As it stands there now. What is overwritten while it is read was replaced: another has its name by then. */
    public static String text(Path file) throws IOException {
        String text = Files.readString(file);
        for (int tried = 1; text.indexOf('\0') >= 0 && tried < TRIES; tried++) {
            text = Files.readString(file);
        }
        return text;
    }

    /**
     * Puts another in its place, and overwrites the former: after a crash there is the one or the other, and what else is
     * there is overwritten by whoever replaces or {@linkplain KeyFolder#clear clears} next.
     */
    public static void replace(Path file, String secret) {
        try {
            Path folder = folder(file);
            KeyFolder.alone(folder, () -> {
                KeyFolder.clear(folder);
                if (Files.exists(file)) {
                    replaceFormer(folder, file, secret);
                } else {
                    put(file, secret);
                }
                return file;
            });
        } catch (IOException e) {
            throw unkept(file, e);
        }
    }

    private static void replaceFormer(Path folder, Path file, String secret) throws IOException {
        Path second = folder.resolve(file.getFileName() + "0" + DraftedFile.ENDING);
        try (FileChannel former = FileChannel.open(file, StandardOpenOption.WRITE)) {
            name(second, file);
            DraftedFile.force(folder);
            put(file, secret);
            KeyFolder.overwrite(former);
        }
        Files.deleteIfExists(second);
        DraftedFile.force(folder);
    }

    /** So that it can be found until it is overwritten. Volumes without links leave only its blocks to whoever is killed then. */
    private static void name(Path second, Path file) throws IOException {
        try {
            Files.createLink(second, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // it is overwritten all the same
        }
    }

    private static void put(Path file, String secret) throws IOException {
        try (DraftedFile drafted = DraftedFile.over(file)) {
            drafted.write(secret);
            drafted.replace();
        }
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static Path folder(Path file) throws IOException {
        Path folder = parent(file);
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
