/** Officers ask each other for the release of raw events. */
@NullMarked
package com.videowindow.patina.command.release;

import org.jspecify.annotations.NullMarked;
