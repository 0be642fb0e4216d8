/** What nodes counted, written down. */
@NullMarked
package com.videowindow.patina.command.report;

import org.jspecify.annotations.NullMarked;
