/** What content is about, read from its words where nobody said so. */
@NullMarked
package com.videowindow.patina.learning.extraction;

import org.jspecify.annotations.NullMarked;
