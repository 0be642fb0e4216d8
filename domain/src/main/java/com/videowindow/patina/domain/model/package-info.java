/** Trained recommenders and their versions. */
@NullMarked
package com.videowindow.patina.domain.model;

import org.jspecify.annotations.NullMarked;
