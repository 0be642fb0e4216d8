/** Raw events of one person, once another officer released them. */
@NullMarked
package com.videowindow.patina.api.release;

import org.jspecify.annotations.NullMarked;
