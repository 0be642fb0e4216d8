/** What the commands accept and refuse. */
@NullMarked
package com.videowindow.patina.command.consent;

import org.jspecify.annotations.NullMarked;
