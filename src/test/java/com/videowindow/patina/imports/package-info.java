/** Data sets come in whole, whatever happens on the way. */
@NullMarked
package com.videowindow.patina.imports;

import org.jspecify.annotations.NullMarked;
