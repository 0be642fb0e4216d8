/** People, things and stores that the tests of all commands share. */
@NullMarked
package com.videowindow.patina.command;

import org.jspecify.annotations.NullMarked;
