/** How a person leaves: what was asked for, what was done about it, and what proves it. */
@NullMarked
package com.videowindow.patina.domain.erasure;

import org.jspecify.annotations.NullMarked;
