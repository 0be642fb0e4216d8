/** Tools of privacy desks, whatever happens to the node that they sent requests to. */
@NullMarked
package com.videowindow.patina.opendsr;

import org.jspecify.annotations.NullMarked;
