/** What the commands accept and refuse. */
@NullMarked
package com.videowindow.patina.command.interaction;

import org.jspecify.annotations.NullMarked;
