/** Carries erasures of parts out. */
@NullMarked
package com.videowindow.patina.sagas.part;

import org.jspecify.annotations.NullMarked;
