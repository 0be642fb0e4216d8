package com.videowindow.patina.command.report;

import com.videowindow.patina.domain.privacy.AboutNobody;
import com.videowindow.patina.domain.report.GateFigures;

/** Write down what a node counted; answers a {@code Stored} when it is durable. */
@AboutNobody
public record RecordFigures(GateFigures figures) {}
