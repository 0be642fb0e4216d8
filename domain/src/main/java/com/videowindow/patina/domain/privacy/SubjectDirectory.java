package com.videowindow.patina.domain.privacy;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;
import java.util.Optional;

/** The deletable map from the platform's user id to the random subject id. */
public interface SubjectDirectory {

    /** The subject of this user, made now if there is none. Durable before it answers. */
    SubjectId subjectOf(PlatformUserId user);

    /** The subject of this user, if there is one. */
    Optional<SubjectId> knownSubjectOf(PlatformUserId user);

    /** When whoever this user was before was erased: what happened earlier is not theirs. Absent when never, or long ago. */
    Optional<Instant> leftAt(PlatformUserId user);

    /** This node is not to remember who led to this subject. */
    void forget(SubjectId subject);
}
