package com.videowindow.patina.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What is kept here is about people, and for the owner of the data folder only. Under root that folder itself may be passed
 * through, though not listed: Elasticsearch runs as somebody else, and reaches its own folder by that.
 */
final class PrivateFolder {
    private static final String FOLDER = "rwx------";
    private static final String PASSABLE = "rwx--x--x";
    private static final String FILE = "rw-------";

    private PrivateFolder() {}

    /** A part of the data folder, which is made too where it is missing; one that is there keeps the mode it was given. */
    static void lay(Path part) {
        try {
            Path home = part.toAbsolutePath().getParent();
            if (home != null && Files.notExists(home)) {
                Files.createDirectories(home);
                set(home, UnprivilegedUser.isNeeded() ? PASSABLE : FOLDER);
            }
            Files.createDirectories(part);
            set(part, FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data folder " + part.toAbsolutePath(), e);
        }
    }

    static void keep(Path file) {
        try {
            set(file, FILE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + file + " private", e);
        }
    }

    private static void set(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
