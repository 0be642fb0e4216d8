/** The factors of models in Elasticsearch, for catalogues too large to multiply all of them for each list. */
@NullMarked
package com.videowindow.patina.projections.nearest;

import org.jspecify.annotations.NullMarked;
