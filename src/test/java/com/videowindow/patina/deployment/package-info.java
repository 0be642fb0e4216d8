/** What stands around the program when it runs for real. */
@NullMarked
package com.videowindow.patina.deployment;

import org.jspecify.annotations.NullMarked;
