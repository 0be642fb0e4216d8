/** Events that a processor could not handle, kept by their positions: what they say stays in the log alone. */
@NullMarked
package com.videowindow.patina.eventlog.letters;

import org.jspecify.annotations.NullMarked;
