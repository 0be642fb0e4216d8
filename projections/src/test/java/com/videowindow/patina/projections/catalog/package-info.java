/** The folds of the catalogue. */
@NullMarked
package com.videowindow.patina.projections.catalog;

import org.jspecify.annotations.NullMarked;
