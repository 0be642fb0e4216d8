package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.PersonalData;
import java.time.Instant;

/** Somebody else than the person ended their consent, as whoever answers for it. */
@PersonalData(DataCategory.CONSENT)
public record ConsentRevoked(SubjectId subject, Purpose purpose, Actor by, CaseReference reference, Instant at)
        implements ConsentEnded {

    @Override
    public ConsentStatus status() {
        return ConsentStatus.REVOKED;
    }
}
