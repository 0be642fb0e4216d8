/** What a person said, as they may read it. */
@NullMarked
package com.videowindow.patina.query.feedback;

import org.jspecify.annotations.NullMarked;
