package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person who had not allowed one use of their data was asked, and said no. */
@PersonalData(DataCategory.CONSENT)
public record ConsentRefused(
        SubjectId subject,
        Purpose purpose,
        PolicyVersion policy,
        Channel channel,
        Instant at,
        @Nullable Evidence evidence)
        implements ConsentEnded {

    @Override
    public ConsentStatus status() {
        return ConsentStatus.REFUSED;
    }
}
