/** What officers decide about how long things are kept, and what the engine ended. */
@NullMarked
package com.videowindow.patina.command.retention;

import org.jspecify.annotations.NullMarked;
