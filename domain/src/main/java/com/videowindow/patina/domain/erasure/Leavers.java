package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;

/** Who asked to be erased, which is all that most decisions ask. */
@FunctionalInterface
public interface Leavers {

    /** Whether an erasure of this person was asked for and not taken back: nothing of them may be used or added. */
    boolean isLeaving(SubjectId subject);
}
