/** What people say is wrong about them. */
@NullMarked
package com.videowindow.patina.domain.rectification;

import org.jspecify.annotations.NullMarked;
