package com.videowindow.patina.domain.privacy;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deletable map from the platform's user id to the random subject id. */
public interface SubjectDirectory {

    /** The subject of this user, made now if there is none. Durable before it answers. */
    SubjectId subjectOf(PlatformUserId user);

    /**
     * What is known of a user.
     *
     * @param subject whom they are; absent when they are nobody
     * @param leftAt when whoever they were before was erased: what happened earlier is not theirs; absent when never, or
     *     long ago
     */
    record Known(@Nullable SubjectId subject, @Nullable Instant leftAt) {
        public static final Known NOBODY = new Known(null, null);
    }

    /** Both at once, since who is nobody is not remembered, and each question goes to the store. */
    Known find(PlatformUserId user);

    /** The subject of this user, if there is one. */
    default Optional<SubjectId> knownSubjectOf(PlatformUserId user) {
        return Optional.ofNullable(find(user).subject());
    }

    /** Whether this is somebody's. Makes nobody, and asks the store. */
    boolean isKnown(SubjectId subject);

    /** This node is not to remember who led to this subject. */
    void forget(SubjectId subject);
}
