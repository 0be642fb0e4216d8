/** How a part of what is known about somebody goes, while the rest stays: one purpose, one period, one item. */
@NullMarked
package com.videowindow.patina.domain.part;

import org.jspecify.annotations.NullMarked;
