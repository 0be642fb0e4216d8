/** What nodes counted, written down for the reports of months. */
@NullMarked
package com.videowindow.patina.domain.report;

import org.jspecify.annotations.NullMarked;
