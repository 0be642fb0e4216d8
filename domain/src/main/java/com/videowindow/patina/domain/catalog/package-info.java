/** Content and products, and the facets that describe them. */
@NullMarked
package com.videowindow.patina.domain.catalog;

import org.jspecify.annotations.NullMarked;
