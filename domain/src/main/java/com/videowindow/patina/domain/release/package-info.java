/** Under four eyes only is what the log has of somebody shown word for word. */
@NullMarked
package com.videowindow.patina.domain.release;

import org.jspecify.annotations.NullMarked;
