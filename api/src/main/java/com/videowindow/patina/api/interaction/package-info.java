/** What people did, one event or a batch, each with its verdict. */
@NullMarked
package com.videowindow.patina.api.interaction;

import org.jspecify.annotations.NullMarked;
