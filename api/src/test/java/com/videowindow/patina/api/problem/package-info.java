/** What callers are told when something is wrong. */
@NullMarked
package com.videowindow.patina.api.problem;

import org.jspecify.annotations.NullMarked;
