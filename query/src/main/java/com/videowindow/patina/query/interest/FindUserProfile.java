package com.videowindow.patina.query.interest;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.UnderConsent;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import java.time.Instant;

/**
 * Everything learned and stated about a person. Answers a {@link UserProfile}.
 *
 * @param now the time by which interests have faded
 */
public record FindUserProfile(SubjectId subject, PlatformUserId user, Instant now) implements UnderConsent {}
