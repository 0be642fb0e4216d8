/** What there is to be interested in. */
@NullMarked
package com.videowindow.patina.query.catalog;

import org.jspecify.annotations.NullMarked;
