/** What officers decide about requests. */
@NullMarked
package com.videowindow.patina.command.request;

import org.jspecify.annotations.NullMarked;
