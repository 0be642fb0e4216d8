/** What the commands accept and refuse. */
@NullMarked
package com.videowindow.patina.command.feedback;

import org.jspecify.annotations.NullMarked;
