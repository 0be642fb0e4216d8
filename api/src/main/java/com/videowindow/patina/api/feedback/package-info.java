/** What people say about content. */
@NullMarked
package com.videowindow.patina.api.feedback;

import org.jspecify.annotations.NullMarked;
