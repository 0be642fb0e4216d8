/** What there is to show and to sell. */
@NullMarked
package com.videowindow.patina.api.catalog;

import org.jspecify.annotations.NullMarked;
