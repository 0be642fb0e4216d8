/** How the trained models stand, and the one in force in memory, as the log says. */
@NullMarked
package com.videowindow.patina.projections.model;

import org.jspecify.annotations.NullMarked;
