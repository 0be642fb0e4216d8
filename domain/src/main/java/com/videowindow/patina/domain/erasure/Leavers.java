package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;

/** Who asked to be erased, which is all that most decisions ask. */
@FunctionalInterface
public interface Leavers {

    /** Whether an erasure of this person was asked for and not taken back: nothing of them may be used or added. */
    boolean isLeaving(SubjectId subject);

    /**
     * Whether their erasure cannot be taken back any more: nothing of theirs can be relied on. Until then they can still have a
     * copy, and say what is wrong. Who does not know how far it is takes it as begun.
     */
    default boolean isBeingErased(SubjectId subject) {
        return isLeaving(subject);
    }
}
