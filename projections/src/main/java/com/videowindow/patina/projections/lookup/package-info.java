/** Look-ups, one document each. */
@NullMarked
package com.videowindow.patina.projections.lookup;

import org.jspecify.annotations.NullMarked;
