/** One way to write our words as JSON: in the log, in the read models and over HTTP. */
@NullMarked
package com.videowindow.patina.json;

import org.jspecify.annotations.NullMarked;
