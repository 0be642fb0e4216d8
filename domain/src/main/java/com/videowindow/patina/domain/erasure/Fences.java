package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Ends people's keys for good. Everything here can be repeated and then changes nothing. */
public interface Fences {
    /** For how long a node that did not hear of it goes on with the keys that it has in memory. */
    Duration ASKED_AGAIN = Duration.ofSeconds(30);

    /** One that was raised, for whom, by which erasure, and under which law. */
    record Raised(SubjectId subject, ErasureId erasure, Regulation regulation, Fence fence, Instant at) {}

    /**
     * Destroys the person's keys: durable before it answers, and in one step with the fence.
     *
     * @param through the end of the log as the caller knows it
     * @return the fence that stands, which is the first that was raised
     */
    Raised raise(SubjectId subject, ErasureId erasure, Regulation regulation, LogPosition through, Instant at);

    /**
     * Nobody leads to this subject any more; whoever comes back as the same user is somebody new.
     *
     * @param at messages about earlier times are refused from them
     * @param until when such messages are not to be expected any more, and nothing says that they were ever here
     */
    void leave(SubjectId subject, Instant at, Instant until);

    /** Takes away what was kept about people who left, where its time is over. */
    void settle(Instant now);

    /** All that stand, whatever the log says about them. */
    List<Raised> all();

    /**
     * Makes useless what the files of the key store still hold of the keys of these people.
     *
     * @return false where the master key stays, which somebody else renews: with it, copies of those files from before can be
     *     read until then
     */
    boolean scrub(List<SubjectId> subjects);

    /** Empties what this node remembers of a person: keys, and events of the log that were opened. */
    void evict(SubjectId subject);
}
