/** Every look-up of an officer is written down before it is answered. */
@NullMarked
package com.videowindow.patina.api.lookup;

import org.jspecify.annotations.NullMarked;
