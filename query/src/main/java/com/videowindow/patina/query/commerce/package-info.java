/** What a person ordered, as they may read it. */
@NullMarked
package com.videowindow.patina.query.commerce;

import org.jspecify.annotations.NullMarked;
