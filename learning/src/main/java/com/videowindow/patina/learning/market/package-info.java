/** What our models make of a simulated market, against what is true in it. */
@NullMarked
package com.videowindow.patina.learning.market;

import org.jspecify.annotations.NullMarked;
