/** What this node knows of the schedule and of what was ended, and how read models do without it. */
@NullMarked
package com.videowindow.patina.projections.retention;

import org.jspecify.annotations.NullMarked;
