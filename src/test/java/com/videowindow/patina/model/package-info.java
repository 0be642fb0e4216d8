@NullMarked
package com.videowindow.patina.model;

import org.jspecify.annotations.NullMarked;
