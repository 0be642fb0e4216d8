package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.PersonalData;
import java.time.Instant;

/** A consent ran out, or a new policy asked for it to be renewed and it was not. It did not hold any more before this was written down. */
@PersonalData(DataCategory.CONSENT)
public record ConsentExpired(SubjectId subject, Purpose purpose, Instant at) implements ConsentEnded {

    @Override
    public ConsentStatus status() {
        return ConsentStatus.EXPIRED;
    }
}
