@NullMarked
package com.videowindow.patina.learning.ranking;

import org.jspecify.annotations.NullMarked;
