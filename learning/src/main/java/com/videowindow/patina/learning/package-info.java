/** Pure models and statistics: same input, same bytes out. */
@NullMarked
package com.videowindow.patina.learning;

import org.jspecify.annotations.NullMarked;
