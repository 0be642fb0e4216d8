package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person was shown what one use of their data means; whatever they answered, or nothing. */
@PersonalData(DataCategory.CONSENT)
public record NoticeShown(
        SubjectId subject,
        Purpose purpose,
        NoticeId notice,
        PolicyVersion policy,
        @Nullable TextHash text,
        Channel channel,
        @Nullable Jurisdiction jurisdiction,
        Instant at)
        implements PurposeEvent {}
