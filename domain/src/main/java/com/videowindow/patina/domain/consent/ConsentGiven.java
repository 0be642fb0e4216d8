package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/** A person allowed one use of their data. Every personal fact after it stands on this one. */
public record ConsentGiven(SubjectId subject, Purpose purpose, PolicyVersion policy, Channel channel, Instant at)
        implements ConsentEvent {}
