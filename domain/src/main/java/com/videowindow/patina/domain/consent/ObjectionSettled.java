package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An objection stands no longer: the person took it back, or there are grounds that override it. */
@PersonalData(DataCategory.CONSENT)
public record ObjectionSettled(
        SubjectId subject,
        Purpose purpose,
        Actor by,
        @Nullable CaseReference reference,
        Instant at) implements PurposeEvent {}
