package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.PersonalData;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person allowed one use of their data. Every personal fact after it stands on this one.
 *
 * @param expires first day, in UTC, on which it no longer holds; never when absent
 */
@PersonalData(DataCategory.CONSENT)
public record ConsentGiven(
        SubjectId subject,
        Purpose purpose,
        PolicyVersion policy,
        Channel channel,
        Instant at,
        @Nullable Evidence evidence,
        @Nullable LocalDate expires)
        implements PurposeEvent {

    /** With no more evidence than where it came from, and for good. */
    public ConsentGiven(SubjectId subject, Purpose purpose, PolicyVersion policy, Channel channel, Instant at) {
        this(subject, purpose, policy, channel, at, null, null);
    }

    public boolean isByGuardian() {
        return evidence != null && evidence.isByGuardian();
    }
}
