/** What people ask for under a law, by when it has to be answered, and how it was. */
@NullMarked
package com.videowindow.patina.domain.request;

import org.jspecify.annotations.NullMarked;
