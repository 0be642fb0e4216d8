/** For those who run it: the log, the read models and their rebuilding. */
@NullMarked
package com.videowindow.patina.api.audit;

import org.jspecify.annotations.NullMarked;
