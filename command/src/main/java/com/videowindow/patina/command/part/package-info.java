/** What people and officers decide about erasing a part, and what the engine did about it. */
@NullMarked
package com.videowindow.patina.command.part;

import org.jspecify.annotations.NullMarked;
