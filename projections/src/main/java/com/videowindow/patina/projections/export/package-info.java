/** What memory and read models know of exports, and where events about a person are found. */
@NullMarked
package com.videowindow.patina.projections.export;

import org.jspecify.annotations.NullMarked;
