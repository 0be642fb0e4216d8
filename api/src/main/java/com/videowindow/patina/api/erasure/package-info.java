/** Leaving: asked for by people themselves or by officers. */
@NullMarked
package com.videowindow.patina.api.erasure;

import org.jspecify.annotations.NullMarked;
