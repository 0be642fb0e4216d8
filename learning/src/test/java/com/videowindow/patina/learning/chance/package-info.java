@NullMarked
package com.videowindow.patina.learning.chance;

import org.jspecify.annotations.NullMarked;
