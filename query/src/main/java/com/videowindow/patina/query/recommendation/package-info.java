/** What next, and why. */
@NullMarked
package com.videowindow.patina.query.recommendation;

import org.jspecify.annotations.NullMarked;
