/** What would go, and when. */
@NullMarked
package com.videowindow.patina.query.retention;

import org.jspecify.annotations.NullMarked;
