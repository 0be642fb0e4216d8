package com.videowindow.patina.domain.audit;

/** What a check of the whole log found. */
public sealed interface Verification {

    /**
     * Nothing is wrong.
     *
     * @param checkpoints signed earlier, which the log still agrees with
     */
    record Sound(LogStatus log, long checkpoints) implements Verification {}

    /**
     * The log is not what was once written.
     *
     * @param block the first bad one
     * @param what is wrong with it
     * @param sound events before that block, all as they were written
     */
    record Damaged(long block, String what, long sound) implements Verification {}
}
