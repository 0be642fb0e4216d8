/** How requests become messages. */
@NullMarked
package com.videowindow.patina.api.messaging;

import org.jspecify.annotations.NullMarked;
