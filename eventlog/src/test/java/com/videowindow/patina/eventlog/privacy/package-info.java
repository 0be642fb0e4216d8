/** Who a person of the log is on the platform, shown to be found and kept once. */
@NullMarked
package com.videowindow.patina.eventlog.privacy;

import org.jspecify.annotations.NullMarked;
