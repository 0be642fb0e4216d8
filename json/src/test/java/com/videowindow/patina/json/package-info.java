/** What our JSON looks like, and that nothing is lost in it. */
@NullMarked
package com.videowindow.patina.json;

import org.jspecify.annotations.NullMarked;
