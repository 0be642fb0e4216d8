package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import java.util.Set;

/** Whose data a legal reason keeps, as this node knows it, in memory. */
public interface Holds {

    /** Those whose erasure, or the erasure of a part of whose data, is held. */
    Set<SubjectId> people();

    /** Whether the log was read to its end once, so that who is not known is not held. */
    boolean isReady();
}
