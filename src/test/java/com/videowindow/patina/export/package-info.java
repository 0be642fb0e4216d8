/** Copies of everything that is held about people, whatever happens while they are made. */
@NullMarked
package com.videowindow.patina.export;

import org.jspecify.annotations.NullMarked;
