/** Lists as they are served in number, each item held to what the log says. */
@NullMarked
package com.videowindow.patina.served;

import org.jspecify.annotations.NullMarked;
