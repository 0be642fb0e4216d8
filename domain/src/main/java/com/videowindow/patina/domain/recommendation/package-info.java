/** A list that was served, with the reasons that made it. */
@NullMarked
package com.videowindow.patina.domain.recommendation;

import org.jspecify.annotations.NullMarked;
