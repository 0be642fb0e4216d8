/** How erasures stand, for the people themselves and for those who look after them. */
@NullMarked
package com.videowindow.patina.query.erasure;

import org.jspecify.annotations.NullMarked;
