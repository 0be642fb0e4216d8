/** For how long what is known about people is kept, by what kind of thing it is, and how it ends. */
@NullMarked
package com.videowindow.patina.domain.retention;

import org.jspecify.annotations.NullMarked;
