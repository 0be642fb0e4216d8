package com.videowindow.patina.domain.retention;

import java.time.Instant;

/** Read models hold nothing of it any more, and the files of the key store nothing that could open it. */
public record EndingCompleted(EndingId ending, Instant at) implements RetentionEvent {}
