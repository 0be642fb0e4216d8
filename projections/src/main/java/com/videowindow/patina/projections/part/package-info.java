/** What read models and memory know of erasures of parts, and how they leave out what is hidden. */
@NullMarked
package com.videowindow.patina.projections.part;

import org.jspecify.annotations.NullMarked;
