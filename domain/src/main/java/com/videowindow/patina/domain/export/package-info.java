/** A person's copy of everything that is held about them: asked for, made in the background, fetched, and gone again. */
@NullMarked
package com.videowindow.patina.domain.export;

import org.jspecify.annotations.NullMarked;
