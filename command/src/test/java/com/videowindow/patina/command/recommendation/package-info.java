/** What the commands accept and refuse. */
@NullMarked
package com.videowindow.patina.command.recommendation;

import org.jspecify.annotations.NullMarked;
