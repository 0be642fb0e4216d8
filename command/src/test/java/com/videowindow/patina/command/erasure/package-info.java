@NullMarked
package com.videowindow.patina.command.erasure;

import org.jspecify.annotations.NullMarked;
