/** What another way of making lists would have been worth, told from lists that were served. */
@NullMarked
package com.videowindow.patina.learning.offpolicy;

import org.jspecify.annotations.NullMarked;
