/** Erasing a part: asked for by people themselves or by officers. */
@NullMarked
package com.videowindow.patina.api.part;

import org.jspecify.annotations.NullMarked;
