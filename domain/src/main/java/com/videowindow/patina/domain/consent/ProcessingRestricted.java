package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Data of this use is kept, and not used (GDPR, article 18). */
@PersonalData(DataCategory.CONSENT)
public record ProcessingRestricted(
        SubjectId subject,
        Purpose purpose,
        Actor by,
        RestrictionGround ground,
        @Nullable CaseReference reference,
        Instant at)
        implements PurposeEvent {}
