/** A store goes away under the running system, and comes back. */
@NullMarked
package com.videowindow.patina.outage;

import org.jspecify.annotations.NullMarked;
