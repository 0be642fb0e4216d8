/** What a person says about content. */
@NullMarked
package com.videowindow.patina.command.feedback;

import org.jspecify.annotations.NullMarked;
