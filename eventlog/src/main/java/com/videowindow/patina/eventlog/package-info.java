/** The log of everything that happened: totally ordered, never changed, provable; Axon's storage engine stands on it. */
@NullMarked
package com.videowindow.patina.eventlog;

import org.jspecify.annotations.NullMarked;
