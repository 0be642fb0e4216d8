@NullMarked
package com.videowindow.patina.command.part;

import org.jspecify.annotations.NullMarked;
