@NullMarked
package com.videowindow.patina.learning.likeness;

import org.jspecify.annotations.NullMarked;
