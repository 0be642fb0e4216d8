@NullMarked
package com.videowindow.patina.command.release;

import org.jspecify.annotations.NullMarked;
