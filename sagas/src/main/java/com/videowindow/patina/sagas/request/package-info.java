/** Closes requests that nobody is left to answer. */
@NullMarked
package com.videowindow.patina.sagas.request;

import org.jspecify.annotations.NullMarked;
