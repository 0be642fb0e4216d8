/** Makes people's copies of everything that is held about them, and takes them away again. */
@NullMarked
package com.videowindow.patina.sagas.export;

import org.jspecify.annotations.NullMarked;
