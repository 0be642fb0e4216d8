/** What can be shown and sold: documents to search and a snapshot in memory. */
@NullMarked
package com.videowindow.patina.projections.catalog;

import org.jspecify.annotations.NullMarked;
