@NullMarked
package com.videowindow.patina.sagas;

import org.jspecify.annotations.NullMarked;
