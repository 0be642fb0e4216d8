@NullMarked
package com.videowindow.patina.sagas.erasure;

import org.jspecify.annotations.NullMarked;
