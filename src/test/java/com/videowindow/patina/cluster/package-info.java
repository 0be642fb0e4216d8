/** Several nodes on one log, of which some die and some stall. */
@NullMarked
package com.videowindow.patina.cluster;

import org.jspecify.annotations.NullMarked;
