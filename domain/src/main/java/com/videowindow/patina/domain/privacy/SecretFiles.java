package com.videowindow.patina.domain.privacy;

import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** Secrets in files that their owner alone reads. Found without a container, since commands need it that start nothing. */
public interface SecretFiles {

    /**
     * What the file holds, made where there is none: whole and durable before it is visible, and never over another. Whoever
     * is killed amid it leaves nothing of it to be read once the next one comes.
     *
     * @param file in a folder that is there, and stays as its owner wants it
     * @throws java.io.UncheckedIOException when it can be neither read nor kept
     */
    String kept(Path file, Supplier<String> made);

    static SecretFiles found() {
        return ServiceLoader.load(SecretFiles.class).findFirst().orElseThrow();
    }
}
