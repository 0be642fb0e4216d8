/** Look-ups that officers make. */
@NullMarked
package com.videowindow.patina.command.lookup;

import org.jspecify.annotations.NullMarked;
