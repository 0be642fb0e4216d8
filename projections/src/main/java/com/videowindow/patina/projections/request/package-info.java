/** Requests, whichever capability carries them out. */
@NullMarked
package com.videowindow.patina.projections.request;

import org.jspecify.annotations.NullMarked;
