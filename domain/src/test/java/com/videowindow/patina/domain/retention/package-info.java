/** For how long things are kept, and why. */
@NullMarked
package com.videowindow.patina.domain.retention;

import org.jspecify.annotations.NullMarked;
