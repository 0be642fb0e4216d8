/** What the crowd teaches: which content goes together, what is popular now, what deserves a try. */
@NullMarked
package com.videowindow.patina.learning.recommender;

import org.jspecify.annotations.NullMarked;
