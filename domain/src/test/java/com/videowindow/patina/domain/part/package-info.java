@NullMarked
package com.videowindow.patina.domain.part;

import org.jspecify.annotations.NullMarked;
