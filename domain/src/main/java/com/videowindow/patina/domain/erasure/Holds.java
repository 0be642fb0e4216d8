package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import java.util.List;
import java.util.Set;

/** Whose data a legal reason keeps, as this node knows it, in memory. */
public interface Holds {

    /** Those of whom everything is kept, and those of whom a part is held that they asked to erase. */
    Set<SubjectId> people();

    /** Whether somebody is one of {@link #people}. */
    default boolean isHeld(SubjectId subject) {
        return people().contains(subject);
    }

    /** Of one person, the oldest first. */
    List<LegalHold> of(SubjectId subject);

    /** Of everybody, the oldest first. */
    List<LegalHold> all();

    /** Whether the log was read to its end once, so that who is not known is not held. */
    boolean isReady();

    /** Whether it is moments behind the log at most: more than that, nothing is to be destroyed by what it says. */
    boolean isCurrent();
}
