/** Lists that were served. */
@NullMarked
package com.videowindow.patina.command.recommendation;

import org.jspecify.annotations.NullMarked;
