/** Keeps the bytes of trained models beside the log, by what they are. */
@NullMarked
package com.videowindow.patina.eventlog.model;

import org.jspecify.annotations.NullMarked;
