/** What officers are told of a month, whatever became of the log. */
@NullMarked
package com.videowindow.patina.report;

import org.jspecify.annotations.NullMarked;
