/** What the caller ordered. */
@NullMarked
package com.videowindow.patina.api.commerce;

import org.jspecify.annotations.NullMarked;
