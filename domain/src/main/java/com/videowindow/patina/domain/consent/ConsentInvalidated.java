package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.PersonalData;
import java.time.Instant;

/** A consent turned out not to have been valid: nobody was asked, or not in a way that counts. */
@PersonalData(DataCategory.CONSENT)
public record ConsentInvalidated(SubjectId subject, Purpose purpose, Actor by, CaseReference reference, Instant at)
        implements ConsentEnded {

    @Override
    public ConsentStatus status() {
        return ConsentStatus.INVALIDATED;
    }
}
