/** Choices that a person makes about their data. */
@NullMarked
package com.videowindow.patina.command.consent;

import org.jspecify.annotations.NullMarked;
