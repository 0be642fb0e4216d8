/** The Elasticsearch side of read models: connections, indices behind aliases, versioned documents. */
@NullMarked
package com.videowindow.patina.projections.store;

import org.jspecify.annotations.NullMarked;
