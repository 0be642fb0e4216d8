/** What people and officers ask for about their copies, and what the engine did about it. */
@NullMarked
package com.videowindow.patina.command.export;

import org.jspecify.annotations.NullMarked;
