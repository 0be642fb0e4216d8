/** How erasures of parts stand, for the people themselves and for those who look after them. */
@NullMarked
package com.videowindow.patina.query.part;

import org.jspecify.annotations.NullMarked;
