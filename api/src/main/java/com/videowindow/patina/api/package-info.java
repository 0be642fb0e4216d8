/** The way in: HTTP and the command line, and the main class that brings every module together. */
@NullMarked
package com.videowindow.patina.api;

import org.jspecify.annotations.NullMarked;
