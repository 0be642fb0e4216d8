/** Which look-ups were made, for those who watch over them and for the people who were looked at. */
@NullMarked
package com.videowindow.patina.query.lookup;

import org.jspecify.annotations.NullMarked;
