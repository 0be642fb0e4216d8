@NullMarked
package com.videowindow.patina.erasure;

import org.jspecify.annotations.NullMarked;
