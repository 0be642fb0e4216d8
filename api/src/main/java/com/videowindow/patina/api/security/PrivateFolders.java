package com.videowindow.patina.api.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Folders of the data folder, made for their owner only. Under root the data folder itself may be passed through, though
 * not listed: Elasticsearch does not run as root, and reaches its own folder by that.
 */
final class PrivateFolders {
    private static final String PRIVATE = "rwx------";
    private static final String PASSABLE = "rwx--x--x";

    private PrivateFolders() {}

    /** Makes what is missing of a folder of the data folder; what is there stays as its owner wants it. */
    static void lay(Path folder) throws IOException {
        Path home = folder.toAbsolutePath().getParent();
        if (home != null && Files.notExists(home)) {
            make(home, "root".equals(System.getProperty("user.name")) ? PASSABLE : PRIVATE);
        }
        if (Files.notExists(folder)) {
            make(folder, PRIVATE);
        }
    }

    private static void make(Path folder, String mode) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
    }
}
