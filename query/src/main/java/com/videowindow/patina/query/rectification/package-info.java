/** What a person said is wrong about them, as they may read it. */
@NullMarked
package com.videowindow.patina.query.rectification;

import org.jspecify.annotations.NullMarked;
