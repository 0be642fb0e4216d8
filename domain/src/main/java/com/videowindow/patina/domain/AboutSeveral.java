package com.videowindow.patina.domain;

import java.util.List;

/**
 * A fact about several people at once (a gift, a merge). All that it says about one of them is in a component of its own,
 * which is a {@link Share}: that rests under this person's keys, and reads as null once they are destroyed, while what is said
 * about the others stays. What else the event says rests plain, and must say nothing about anybody.
 */
public interface AboutSeveral extends DomainEvent {

    /** What is said about one of them: a record that names its kind of data as a whole event does. */
    interface Share {
        SubjectId subject();
    }

    /** Those that can be read; at least two while nobody was erased. */
    List<Share> shares();
}
