package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;

/** What a check of the whole log found. */
public sealed interface Verification {

    /**
     * Nothing is wrong.
     *
     * @param log up to the end of what was checked
     * @param before the log before what was checked, of which it says nothing: empty unless that is a later part
     * @param checkpoints signed earlier, which the log still agrees with
     */
    record Sound(LogStatus log, LogStatus before, long checkpoints) implements Verification {

        /** A check from the very beginning. */
        public Sound(LogStatus log, long checkpoints) {
            this(log, LogStatus.EMPTY, checkpoints);
        }
    }

    /**
     * The log is not what was once written.
     *
     * @param block the first bad one
     * @param what is wrong with it
     * @param sound events before that block, all as they were written
     * @param upTo the last of them
     */
    record Damaged(long block, String what, long sound, LogPosition upTo) implements Verification {}
}
