/** What a person told us about content in so many words. */
@NullMarked
package com.videowindow.patina.domain.feedback;

import org.jspecify.annotations.NullMarked;
