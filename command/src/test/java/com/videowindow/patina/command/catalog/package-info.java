/** What the commands accept and refuse. */
@NullMarked
package com.videowindow.patina.command.catalog;

import org.jspecify.annotations.NullMarked;
