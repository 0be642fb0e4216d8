/** Whose data could have been read. */
@NullMarked
package com.videowindow.patina.api.breach;

import org.jspecify.annotations.NullMarked;
