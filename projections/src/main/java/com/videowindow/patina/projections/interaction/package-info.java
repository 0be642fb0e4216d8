/** What people did, one immutable document each. */
@NullMarked
package com.videowindow.patina.projections.interaction;

import org.jspecify.annotations.NullMarked;
