package com.videowindow.patina.query.interest;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything learned and stated about a person. Answers a {@link UserProfile}.
 *
 * @param now the time by which interests have faded
 * @param asOf as it was when this position was the end of the log; absent as it is
 */
public record FindUserProfile(
        SubjectId subject,
        PlatformUserId user,
        Instant now,
        @Nullable LogPosition asOf) {

    public FindUserProfile(SubjectId subject, PlatformUserId user, Instant now) {
        this(subject, user, now, null);
    }
}
