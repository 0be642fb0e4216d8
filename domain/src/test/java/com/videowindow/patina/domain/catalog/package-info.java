/** What the words promise. */
@NullMarked
package com.videowindow.patina.domain.catalog;

import org.jspecify.annotations.NullMarked;
