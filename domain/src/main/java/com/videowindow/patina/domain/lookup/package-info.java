/** Who looked at what is kept about people, and why. */
@NullMarked
package com.videowindow.patina.domain.lookup;

import org.jspecify.annotations.NullMarked;
