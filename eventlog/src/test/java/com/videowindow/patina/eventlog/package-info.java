/** The log, shown to keep its promises on the embedded server. */
@NullMarked
package com.videowindow.patina.eventlog;

import org.jspecify.annotations.NullMarked;
