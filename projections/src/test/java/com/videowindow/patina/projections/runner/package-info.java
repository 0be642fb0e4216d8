/** What runs projections. */
@NullMarked
package com.videowindow.patina.projections.runner;

import org.jspecify.annotations.NullMarked;
