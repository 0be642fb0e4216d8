package com.videowindow.patina.domain.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Checks copies of a log without a store. */
public interface CopyCheck {

    /** Events of the log up to the end of these copies, as they say of themselves; 0 when that cannot be read. */
    long events(List<Path> files);

    /**
     * Reads the copies and checks every event, block, link and the checkpoint at the end of each.
     *
     * @param files copies that follow each other; the first may be a part too
     * @param publicKeys of the log, a line each; without them checkpoints are held against the events, but nobody knows
     *     who signed them
     */
    Verification check(List<Path> files, Optional<String> publicKeys, LongConsumer progress);
}
