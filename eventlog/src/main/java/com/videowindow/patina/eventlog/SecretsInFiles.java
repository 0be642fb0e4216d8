package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.privacy.SecretFiles;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Under the lock that all heed who draft secrets there. */
public final class SecretsInFiles implements SecretFiles {
    @Override
    public String kept(Path file, Supplier<String> made) {
        return KeptSecret.there(file, made);
    }
}
