/** What read models and memory know of erasures, and how they forget. */
@NullMarked
package com.videowindow.patina.projections.erasure;

import org.jspecify.annotations.NullMarked;
