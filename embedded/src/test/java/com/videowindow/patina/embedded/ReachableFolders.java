package com.videowindow.patina.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Temporary folders that a user other than root can enter too: the usual ones are closed to all others. */
final class ReachableFolders implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        Path target = Files.createDirectories(Path.of("target", "stores").toAbsolutePath());
        return Files.createDirectory(target.resolve(Long.toString(System.nanoTime(), 36)));
    }
}
