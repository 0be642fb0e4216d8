/** How requests stand, and which are due. */
@NullMarked
package com.videowindow.patina.query.request;

import org.jspecify.annotations.NullMarked;
