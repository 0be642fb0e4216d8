@NullMarked
package com.videowindow.patina.learning.simulation;

import org.jspecify.annotations.NullMarked;
