package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person objects to one use of their data, on whatever basis it stands (GDPR, article 21). */
@PersonalData(DataCategory.CONSENT)
public record ObjectionRaised(
        SubjectId subject,
        Purpose purpose,
        Actor by,
        @Nullable CaseReference reference,
        Instant at) implements PurposeEvent {}
