/** Ends what was kept for long enough, from what the log says was decided. */
@NullMarked
package com.videowindow.patina.sagas.retention;

import org.jspecify.annotations.NullMarked;
