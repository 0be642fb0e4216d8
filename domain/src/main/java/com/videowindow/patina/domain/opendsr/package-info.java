/** Requests that others send in the form of OpenDSR; what is done about them belongs to erasures, exports and the desk. */
@NullMarked
package com.videowindow.patina.domain.opendsr;

import org.jspecify.annotations.NullMarked;
