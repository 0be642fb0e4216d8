@NullMarked
package com.videowindow.patina.retention;

import org.jspecify.annotations.NullMarked;
