/** What clients report that a person did. */
@NullMarked
package com.videowindow.patina.command.interaction;

import org.jspecify.annotations.NullMarked;
