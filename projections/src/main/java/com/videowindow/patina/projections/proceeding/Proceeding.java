package com.videowindow.patina.projections.proceeding;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/** That something was decided about a person; what, stands in the log. */
record Proceeding(SubjectId subject, Instant at) {}
