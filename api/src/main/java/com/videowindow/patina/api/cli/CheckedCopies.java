package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.audit.CopyCheck;
import com.videowindow.patina.domain.audit.LogStatus;
import com.videowindow.patina.domain.audit.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Copies of the log, read to their ends before anything is stored of them. */
final class CheckedCopies {
    private CheckedCopies() {}

    /**
     * @param key whose signatures they should bear
     * @return the log that all of them would make
     */
    static LogStatus of(List<Path> files, PublicKey key, PrintWriter err) throws IOException {
        CopyCheck check = ServiceLoader.load(CopyCheck.class).findFirst().orElseThrow();
        Optional<String> signer = key.textOrWarning(err);
        Verification found;
        try (Progress progress = Progress.of("check", check.events(files))) {
            found = check.check(files, signer, progress::reach);
        }
        return switch (found) {
            case Verification.Sound sound -> sound.log();
            case Verification.Damaged damaged ->
                throw new IllegalStateException("nothing was restored, since the copies are not sound: block "
                        + damaged.block() + ": " + damaged.what());
        };
    }
}
