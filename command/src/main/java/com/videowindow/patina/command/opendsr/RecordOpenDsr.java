package com.videowindow.patina.command.opendsr;

import com.videowindow.patina.domain.opendsr.OpenDsrEvent;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;

/** Write a step down, once for each request; answers a {@code Stored} when it is durable. */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public record RecordOpenDsr(OpenDsrEvent event) {}
