/** What is measured for reports. */
@NullMarked
package com.videowindow.patina.projections.report;

import org.jspecify.annotations.NullMarked;
