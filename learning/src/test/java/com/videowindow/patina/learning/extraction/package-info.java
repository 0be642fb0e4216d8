@NullMarked
package com.videowindow.patina.learning.extraction;

import org.jspecify.annotations.NullMarked;
