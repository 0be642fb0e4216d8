/** Which senders of requests are still to be told how these stand, in memory. */
@NullMarked
package com.videowindow.patina.projections.opendsr;

import org.jspecify.annotations.NullMarked;
