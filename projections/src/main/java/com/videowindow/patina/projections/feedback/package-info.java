/** What people judged, one immutable document each. */
@NullMarked
package com.videowindow.patina.projections.feedback;

import org.jspecify.annotations.NullMarked;
