/** What is seen only once days have passed, of which a test tells the care by itself. */
@NullMarked
package com.videowindow.patina.sagas.erasure;

import org.jspecify.annotations.NullMarked;
