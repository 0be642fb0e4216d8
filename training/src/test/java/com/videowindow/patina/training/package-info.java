@NullMarked
package com.videowindow.patina.training;

import org.jspecify.annotations.NullMarked;
