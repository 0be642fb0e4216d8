/** What a person did, as they may read it. */
@NullMarked
package com.videowindow.patina.query.interaction;

import org.jspecify.annotations.NullMarked;
