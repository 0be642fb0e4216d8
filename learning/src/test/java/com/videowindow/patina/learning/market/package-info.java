@NullMarked
package com.videowindow.patina.learning.market;

import org.jspecify.annotations.NullMarked;
