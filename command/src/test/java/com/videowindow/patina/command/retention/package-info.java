@NullMarked
package com.videowindow.patina.command.retention;

import org.jspecify.annotations.NullMarked;
