@NullMarked
package com.videowindow.patina.learning.evaluation;

import org.jspecify.annotations.NullMarked;
