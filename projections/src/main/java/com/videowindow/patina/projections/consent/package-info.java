/** Who allows what: a document to read and a gate in memory. */
@NullMarked
package com.videowindow.patina.projections.consent;

import org.jspecify.annotations.NullMarked;
