package com.videowindow.patina.api.messaging;

import com.videowindow.patina.domain.LogPosition;

/**
 * What a command answered.
 *
 * @param position by which everything it stored is in the log; the head of the log where it changed nothing
 */
public record Done<R>(R result, LogPosition position) {}
