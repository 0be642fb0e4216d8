@NullMarked
package com.videowindow.patina.learning.linear;

import org.jspecify.annotations.NullMarked;
