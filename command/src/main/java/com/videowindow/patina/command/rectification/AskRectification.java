package com.videowindow.patina.command.rectification;

import com.videowindow.patina.domain.rectification.RectificationAsked;

/** Keep what a person says is wrong; answers a {@code Stored} with its position. */
public record AskRectification(RectificationAsked asked) {}
