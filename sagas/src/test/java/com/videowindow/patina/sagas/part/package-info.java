@NullMarked
package com.videowindow.patina.sagas.part;

import org.jspecify.annotations.NullMarked;
