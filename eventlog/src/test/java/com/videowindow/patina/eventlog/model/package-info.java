@NullMarked
package com.videowindow.patina.eventlog.model;

import org.jspecify.annotations.NullMarked;
