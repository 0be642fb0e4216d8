/** Who allowed which use of their data, under which policy. */
@NullMarked
package com.videowindow.patina.domain.consent;

import org.jspecify.annotations.NullMarked;
