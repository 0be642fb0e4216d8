/** Copies of everything that is held about a person: asked for by them or for them, fetched by them alone. */
@NullMarked
package com.videowindow.patina.api.export;

import org.jspecify.annotations.NullMarked;
