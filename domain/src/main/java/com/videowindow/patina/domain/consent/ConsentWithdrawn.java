package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.PersonalData;
import java.time.Instant;

/** A person no longer allows one use of their data, or refused it from the start. */
@PersonalData(DataCategory.CONSENT)
public record ConsentWithdrawn(SubjectId subject, Purpose purpose, PolicyVersion policy, Channel channel, Instant at)
        implements ConsentEvent {}
