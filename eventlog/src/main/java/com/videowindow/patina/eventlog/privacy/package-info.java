/** Who a person of the log is on the platform: a map that can be forgotten. */
@NullMarked
package com.videowindow.patina.eventlog.privacy;

import org.jspecify.annotations.NullMarked;
