/** What the words promise. */
@NullMarked
package com.videowindow.patina.domain.interest;

import org.jspecify.annotations.NullMarked;
