/** Matrices in memory, as far as training needs them; the same bits on any machine and with any number of threads. */
@NullMarked
package com.videowindow.patina.learning.linear;

import org.jspecify.annotations.NullMarked;
