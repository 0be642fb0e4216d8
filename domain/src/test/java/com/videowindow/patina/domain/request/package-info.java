@NullMarked
package com.videowindow.patina.domain.request;

import org.jspecify.annotations.NullMarked;
