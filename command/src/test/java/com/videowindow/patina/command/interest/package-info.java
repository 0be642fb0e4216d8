/** What the commands accept and refuse. */
@NullMarked
package com.videowindow.patina.command.interest;

import org.jspecify.annotations.NullMarked;
