/** How good lists are, by what people did afterwards. */
@NullMarked
package com.videowindow.patina.learning.evaluation;

import org.jspecify.annotations.NullMarked;
