package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes single facts about a person unreadable for good, in the log and all its copies, while everything else about them
 * stays readable. Everything here can be repeated and then changes nothing. What nodes remember, and what the files of the
 * key store still hold, goes by {@link Fences#evict} and {@link Fences#scrub} as ever.
 */
public interface PartFences {

    /**
     * What is stored about the person from now on is sealed under other keys than what stands there, by nodes that know of it:
     * they learn it from an event in the log, which the caller stores afterwards, before they write anything behind that.
     *
     * @param kinds of the facts that are to go
     */
    void open(SubjectId subject, ErasureId erasure, Set<DataCategory> kinds);

    /**
     * Destroys the former keys, after it has sealed again, beside the keys, what of the kinds it was opened for does not stand at these places.
     * From then on the events there read as forgotten.
     *
     * @param regulation under which it was asked for, for whoever has to ask again
     * @param gone places of facts about this person, of those kinds, stored before the former keys were closed
     * @param through an end of the log behind the event that says so: nothing behind it rests under the former keys
     * @return the end of the log that was looked at, and SHA-256 of the destroyed secrets
     */
    Fence raise(
            SubjectId subject, ErasureId erasure, Regulation regulation, Set<LogPosition> gone, LogPosition through);

    /** One that was raised. */
    record Raised(SubjectId subject, ErasureId erasure, Regulation regulation) {}

    /** All of them, whatever the log says about them. */
    List<Raised> all();

    /** Where stood what went; absent while nothing was destroyed. */
    Optional<Set<LogPosition>> gone(ErasureId erasure);
}
