/** How requests become commands and questions: with a receipt for what was stored, and never waiting for ever. */
@NullMarked
package com.videowindow.patina.api.messaging;

import org.jspecify.annotations.NullMarked;
