/** The desk where requests come in and are answered. */
@NullMarked
package com.videowindow.patina.api.request;

import org.jspecify.annotations.NullMarked;
