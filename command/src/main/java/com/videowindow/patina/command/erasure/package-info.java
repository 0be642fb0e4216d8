/** What people and officers decide about erasures, and what the engine did about them. */
@NullMarked
package com.videowindow.patina.command.erasure;

import org.jspecify.annotations.NullMarked;
