/** Where in the log officers and their tools decided something about people, so that copies for these find it. */
@NullMarked
package com.videowindow.patina.projections.proceeding;

import org.jspecify.annotations.NullMarked;
