/** Says how far every read model has come. */
@NullMarked
package com.videowindow.patina.projections.audit;

import org.jspecify.annotations.NullMarked;
