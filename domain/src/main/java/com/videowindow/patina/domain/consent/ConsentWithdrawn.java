package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person no longer allows one use of their data. */
@PersonalData(DataCategory.CONSENT)
public record ConsentWithdrawn(
        SubjectId subject,
        Purpose purpose,
        PolicyVersion policy,
        Channel channel,
        Instant at,
        @Nullable Evidence evidence)
        implements ConsentEnded {

    public ConsentWithdrawn(SubjectId subject, Purpose purpose, PolicyVersion policy, Channel channel, Instant at) {
        this(subject, purpose, policy, channel, at, null);
    }

    @Override
    public ConsentStatus status() {
        return ConsentStatus.WITHDRAWN;
    }
}
