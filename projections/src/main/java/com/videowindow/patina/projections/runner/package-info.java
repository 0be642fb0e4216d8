/** Runs every read model alike: events in, folded documents out, the token only after them. */
@NullMarked
package com.videowindow.patina.projections.runner;

import org.jspecify.annotations.NullMarked;
