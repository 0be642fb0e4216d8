package com.videowindow.patina.command.opendsr;

import com.videowindow.patina.domain.opendsr.OpenDsrEvent;

/** Write a step down, once for each request; answers a {@code Stored} when it is durable. */
public record RecordOpenDsr(OpenDsrEvent event) {}
