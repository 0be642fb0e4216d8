/** Requests of OpenDSR. */
@NullMarked
package com.videowindow.patina.command.opendsr;

import org.jspecify.annotations.NullMarked;
