@NullMarked
package com.videowindow.patina.command.export;

import org.jspecify.annotations.NullMarked;
