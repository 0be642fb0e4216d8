/** What a person did with content, exactly once. */
@NullMarked
package com.videowindow.patina.domain.interaction;

import org.jspecify.annotations.NullMarked;
