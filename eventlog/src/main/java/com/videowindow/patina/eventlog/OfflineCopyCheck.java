package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.audit.CopyCheck;
import com.videowindow.patina.domain.audit.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Checks copies without a store; found as a service, like {@link OfflineCheck}. */
public final class OfflineCopyCheck implements CopyCheck {

    @Override
    public long events(List<Path> files) {
        try {
            return files.stream()
                    .mapToLong(file -> CopyWalk.start(file).through())
                    .max()
                    .orElse(0);
        } catch (UnreadableCopy e) {
            return 0; // the check will say more
        }
    }

    @Override
    public Verification check(List<Path> files, Optional<String> publicKeys, LongConsumer progress) {
        CopyWalk walk = new CopyWalk(publicKeys.map(KnownKeys::parse));
        try {
            walk.through(
                    files,
                    (before, block, after) -> progress.accept(after.tree().size()));
            return new Verification.Sound(
                    FoldedInspection.status(walk.head()), FoldedInspection.status(walk.start()), walk.checkpoints());
        } catch (BrokenChain e) {
            return new Verification.Damaged(
                    e.block(), e.what(), walk.events(), walk.head().last());
        } catch (UnreadableCopy e) {
            return new Verification.Damaged(
                    walk.head().number() + 1,
                    String.valueOf(e.getMessage()),
                    walk.events(),
                    walk.head().last());
        }
    }
}
