package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

/** The log as files: copied while others write, and made again from copies. */
public interface LogBackup {

    /**
     * What a copy holds.
     *
     * @param since where the part starts that it holds; {@link LogPosition#START} when that is everything
     * @param last position of its newest event, where the next part would start
     * @param events in it
     * @param bytes of the file
     */
    record Copy(LogPosition since, LogPosition last, long events, long bytes) {}

    /** How much of the copies to restore. */
    sealed interface Until {

        record Everything() implements Until {}

        /** Up to and with this event. A position that an answer named ends a commit, any other may cut one in two. */
        record Position(LogPosition last) implements Until {}

        /** Up to the first event that is later. */
        record Time(Instant latest) implements Until {}
    }

    /**
     * Copies the log as it is when this is called, each block checked on the way; payloads stay as they are stored. The
     * file is complete when it becomes visible, never replaces another, and is its owner's alone.
     *
     * @param since the end of an earlier copy, to hold only what came later
     * @param progress is told how many events of the log have been passed
     * @throws IllegalArgumentException when the log does not reach that far, or is empty
     */
    Copy export(Path file, LogPosition since, LongConsumer progress);

    /**
     * Makes the log from copies, each block checked. The store must be empty, or hold the beginning of the same log, as
     * after an earlier copy or an interrupted restore; done twice it changes nothing. Blocks are stored while the copies
     * are read: whether their ends are as they should be and who signed them is for {@link CopyCheck} to find out before.
     *
     * @param files a whole copy and the parts after it, in order
     * @throws IllegalStateException when a copy is damaged, does not follow, or the store holds something else
     */
    LogStatus restore(List<Path> files, Until until, LongConsumer progress);
}
