/** Taking what people say is wrong about them. */
@NullMarked
package com.videowindow.patina.command.rectification;

import org.jspecify.annotations.NullMarked;
