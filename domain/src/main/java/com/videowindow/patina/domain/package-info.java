/** The words of the whole engine: what happened, to whom, and why something was refused. */
@NullMarked
package com.videowindow.patina.domain;

import org.jspecify.annotations.NullMarked;
