package com.videowindow.patina.command.lookup;

import com.videowindow.patina.domain.lookup.LookedUp;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;

/** Write down that somebody looks; answers a {@code Stored} when it is durable. */
@Uses(purpose = ProcessingPurpose.ACCOUNTABILITY, basis = LawfulBasis.LEGAL_OBLIGATION)
public record RecordLookup(LookedUp lookup) {}
