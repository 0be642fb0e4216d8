package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.PersonalData;
import java.time.Instant;

/** A person allowed one use of their data. Every personal fact after it stands on this one. */
@PersonalData(DataCategory.CONSENT)
public record ConsentGiven(SubjectId subject, Purpose purpose, PolicyVersion policy, Channel channel, Instant at)
        implements ConsentEvent {}
