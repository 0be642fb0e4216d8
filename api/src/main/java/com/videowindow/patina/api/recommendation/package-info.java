/** What next, and why; every personal list leaves a trail. */
@NullMarked
package com.videowindow.patina.api.recommendation;

import org.jspecify.annotations.NullMarked;
