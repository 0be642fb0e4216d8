/** Tells senders of requests how these stand. */
@NullMarked
package com.videowindow.patina.sagas.opendsr;

import org.jspecify.annotations.NullMarked;
