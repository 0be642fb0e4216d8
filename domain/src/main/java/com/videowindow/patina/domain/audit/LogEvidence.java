package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * What others need to check the log without trusting those who run it. All texts are in the formats of the C2SP:
 * {@code signed-note}, {@code tlog-checkpoint}, {@code tlog-proof}, {@code tlog-tiles}.
 */
public interface LogEvidence {

    /** The public keys that checkpoints are to be checked with, oldest first, a line each; the last signs now. */
    String publicKeys();

    /** Events in the log, as its newest block says; 0 when that cannot be read. */
    long size();

    /** The newest checkpoint that was kept; empty before the first. */
    Optional<String> checkpoint();

    /** The log up to and with this event, signed: what a read model at this position was made from. */
    Optional<String> checkpoint(LogPosition upTo);

    /**
     * Signs what the log holds now, and keeps it. Signs nothing that disagrees with what was signed before.
     *
     * @throws IllegalStateException when the log is broken
     * @throws UnknownSigner when it was last signed by a key that is not known here
     * @throws SignedOtherwise when its key has signed more than this log was restored to
     */
    String sign();

    /**
     * Signs what something says that is no checkpoint, with the same key: a certificate, a receipt.
     *
     * @param json of one object, so that nobody takes it for a checkpoint; lines of text that end in a newline, none empty
     * @throws UnknownSigner as {@link #sign}, and so {@link SignedOtherwise}
     */
    String attest(String json);

    /**
     * Signs what is said of a log that is not what was once written, which {@link #attest} refuses: that it is not, and what
     * could still be read of it. Signs no checkpoint.
     *
     * @param json likewise
     * @throws UnknownSigner when none of the keys that are known here signed it last, so that it is another log
     */
    String attestDamage(String json);

    /**
     * That an event is in the log. Answers with the newest checkpoint that covers it, or signs a new one.
     *
     * @param event its position, its stream and sequence as {@code stream@sequence}, or its id
     */
    Optional<String> prove(String event);

    /**
     * Whom a proof of this event tells of, by the clear header or by the stream's name, whose end may also be the id of
     * something else; empty where there is no such event.
     *
     * @param event as above
     */
    Set<SubjectId> named(String event);

    /**
     * That the log only grew since it had so many events, with a new checkpoint.
     *
     * @throws IllegalArgumentException when it never had that many
     */
    String proveGrowth(long since);

    /**
     * Reads the whole log and checks every event, block, link and checkpoint.
     *
     * @param publicKeys that signed it, oldest first, a line each; those that are known here when absent
     * @param further checkpoints that were kept elsewhere
     * @param progress is told how many events have been checked
     */
    Verification verify(Optional<String> publicKeys, List<String> further, LongConsumer progress);

    /** The same with the keys that are known here. */
    default Verification verify(List<String> further, LongConsumer progress) {
        return verify(Optional.empty(), further, progress);
    }

    /** Leaves checkpoint, tree and entries in a folder, for others to serve or to check; answers with the checkpoint. */
    String export(Path folder, LongConsumer progress);
}
