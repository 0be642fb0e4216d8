/** Requests that tools of others send in the form of OpenDSR. */
@NullMarked
package com.videowindow.patina.api.opendsr;

import org.jspecify.annotations.NullMarked;
