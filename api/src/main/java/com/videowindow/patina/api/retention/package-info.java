/** For how long things are kept, what would go, and what went: for officers. */
@NullMarked
package com.videowindow.patina.api.retention;

import org.jspecify.annotations.NullMarked;
