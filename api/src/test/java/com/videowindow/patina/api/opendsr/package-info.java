@NullMarked
package com.videowindow.patina.api.opendsr;

import org.jspecify.annotations.NullMarked;
