/** Read models and memory on a real Elasticsearch. */
@NullMarked
package com.videowindow.patina.projections;

import org.jspecify.annotations.NullMarked;
