/** The log itself as a fact: positions, progress, replays. */
@NullMarked
package com.videowindow.patina.domain.audit;

import org.jspecify.annotations.NullMarked;
