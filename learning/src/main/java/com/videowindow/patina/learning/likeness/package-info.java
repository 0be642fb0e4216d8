/** What content is like by its words and by vectors that were supplied with it; knows nobody. */
@NullMarked
package com.videowindow.patina.learning.likeness;

import org.jspecify.annotations.NullMarked;
