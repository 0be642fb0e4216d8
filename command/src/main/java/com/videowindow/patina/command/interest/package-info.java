/** What a person says they like. */
@NullMarked
package com.videowindow.patina.command.interest;

import org.jspecify.annotations.NullMarked;
