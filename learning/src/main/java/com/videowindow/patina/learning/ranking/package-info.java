/** The arithmetic of lists: the same for who serves them and for who measures what they are worth. Pure. */
@NullMarked
package com.videowindow.patina.learning.ranking;

import org.jspecify.annotations.NullMarked;
